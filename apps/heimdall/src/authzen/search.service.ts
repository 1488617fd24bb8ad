import type { ActionSearchAnswer, ActionSearchInput, EntitySearchAnswer, ResourceSearchInput, SubjectSearchInput } from '@dataos/contracts-heimdall';
import { Injectable } from '@nestjs/common';
import type { DecisionIndex, SubjectView } from '../decisions/indexed/decision-index.js';
import { PolicySet } from '../policies/policy-set.js';
import { Identities } from '../tokens/identities.js';
import { AuthzenService, checked, claimed } from './authzen.service.js';
import { Directory } from './directory.js';
import { type PlainQuestion, plainQuestion } from './questions.js';

const MOST_RESULTS = 1_000;
const SLICE = 500;
/** How many a page may look at before it ends, found or not: a search that finds little must not hold the server. */
const MOST_LOOKED_AT = 20_000;
const USER_TYPES: Record<string, 'person' | 'application' | undefined | 'any'> = { user: 'any', identity: 'any', person: 'person', application: 'application' };
/** Actions of the platform's own doors, beside those that policies name. */
const ACTIONS = ['access', 'create', 'delete', 'execute', 'get', 'head', 'patch', 'post', 'put', 'read', 'select', 'update', 'write'];
const NOTHING: EntitySearchAnswer = { page: { next_token: '' }, results: [] };

type Entity = EntitySearchAnswer['results'][number];

/** The AuthZEN searches: the same decisions, asked of everybody and everything that is known. */
@Injectable()
export class SearchService {
  constructor(private readonly authzen: AuthzenService, private readonly directory: Directory, private readonly policies: PolicySet, private readonly identities: Identities) {}

  /** Who may do this. Only users are found whom the caller may ask about one by one. */
  async subjects(callerId: string, { action, page, resource, subject }: SubjectSearchInput): Promise<EntitySearchAnswer> {
    const type = Object.hasOwn(USER_TYPES, subject.type) ? USER_TYPES[subject.type] : undefined;
    const caller = await this.identities.ofUser(callerId);
    if (type === undefined || !caller) return NOTHING;
    const known = await this.directory.known([resource]);
    const question = checked(() => plainQuestion(action, resource, known(resource.type, resource.id)));
    return paged(page, async (after) => {
      const users = await this.directory.users(after, type === 'any' ? undefined : type, SLICE);
      const { access } = await this.policies.at(users[0]?.revision ?? caller.revision);
      const asker = access.subject(caller.tags);
      const about = access.predicate(['evaluate']);
      return users.map((user) => ({
        id: user.id,
        found: (user.id === callerId || access.allows(asker, about, access.object(`/heimdall/users/${encodeURIComponent(user.id)}`)))
          && allowed(access, access.subject(checked(() => claimed(user, subject.properties)).tags), question)
          ? { type: subject.type, id: user.id } : undefined,
      }));
    });
  }

  /** On which of the known resources of a type the subject may do this. */
  async resources(callerId: string, { action, page, resource, subject }: ResourceSearchInput): Promise<EntitySearchAnswer> {
    const asked = await this.authzen.subjectOf(callerId, subject);
    if ('fault' in asked) return NOTHING;
    return paged(page, async (after) => {
      const rows = await this.directory.resources(after, resource.type, SLICE);
      const { access } = await this.policies.at(asked.subject.revision);
      const view = access.subject(asked.subject.tags);
      return rows.map(({ id, properties, type }) => ({
        id, found: allowed(access, view, checked(() => plainQuestion(action, { type, id, ...(resource.properties ? { properties: resource.properties } : {}) }, properties))) ? { type, id } : undefined,
      }));
    });
  }

  /** What the subject may do with this, of all that policies speak of. */
  async actions(callerId: string, { resource, subject }: ActionSearchInput): Promise<ActionSearchAnswer> {
    const asked = await this.authzen.subjectOf(callerId, subject);
    if ('fault' in asked) return { page: { next_token: '' }, results: [] };
    const known = await this.directory.known([resource]);
    const { path, tags } = checked(() => plainQuestion({ name: 'any' }, resource, known(resource.type, resource.id)));
    const { access } = await this.policies.at(asked.subject.revision);
    const view = access.subject(asked.subject.tags);
    const names = [...new Set([...ACTIONS, ...access.vocabulary()])].sort();
    return { page: { next_token: '' }, results: names.filter((predicate) => allowed(access, view, { predicate, path, tags })).map((name) => ({ name })) };
  }
}

const allowed = (access: DecisionIndex, view: SubjectView, { path, predicate, tags }: PlainQuestion): boolean =>
  access.allows(view, access.predicate([predicate]), access.object(path, tags));

/** Walks by slices from where the token says until the page is full; the token names the last id looked at. */
async function paged(
  page: { token?: string | undefined; limit?: number | undefined } | undefined, slice: (after: string) => Promise<{ id: string; found: Entity | undefined }[]>,
): Promise<EntitySearchAnswer> {
  const limit = Math.min(page?.limit ?? MOST_RESULTS, MOST_RESULTS);
  const results: Entity[] = [];
  let after = Buffer.from(page?.token ?? '', 'base64url').toString('utf8');
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += SLICE) {
    const rows = await slice(after);
    for (const { found, id } of rows) {
      if (results.length >= limit) return ended(results, after);
      if (found) results.push(found);
      after = id;
    }
    if (rows.length < SLICE) return ended(results, '');
  }
  return ended(results, after);
}

const ended = (results: Entity[], last: string): EntitySearchAnswer => ({ page: { next_token: Buffer.from(last, 'utf8').toString('base64url'), count: results.length }, results });
