import { compileGlob, TAG_DELIMITERS } from '../decisions/glob.js';

export interface Vocabulary {
  readonly namespaces: readonly { readonly glob: string; readonly type: 'subject' | 'object' | 'inform' }[];
  readonly roles: ReadonlySet<string>;
}

/** Who changes the tags of whom. */
export interface TagActor {
  readonly id: string;
  readonly operator: boolean;
}

export type TagRefusal = { readonly kind: 'unknown' | 'denied' | 'protected'; readonly detail: string };

const OWN = 'users:id:';
const ROLE = 'roles:id:';
/** Whoever could give these could give anything. */
const POWERFUL = ['roles:', 'services:'];
export const OPERATOR = 'roles:id:operator';

/** Why a tag cannot be put on a user at all, whoever asks; `undefined` when it can. */
export function tagFault(tag: string, user: string, vocabulary: Vocabulary): TagRefusal | undefined {
  if (tag.startsWith(OWN)) return tag === OWN + user ? undefined : { kind: 'protected', detail: `The tag ${tag} belongs to another user.` };
  if (/[*?[\]{}\\\s]/.test(tag)) return { kind: 'unknown', detail: `The tag ${shown(tag)} holds a wildcard or white space: a tag on a user is one literal tag.` };
  if (!kindOf(tag, vocabulary)) return { kind: 'unknown', detail: `The tag ${shown(tag)} fits no namespace whose tags may be put on users.` };
  if (tag.startsWith(ROLE) && !vocabulary.roles.has(tag.slice(ROLE.length))) return { kind: 'unknown', detail: `There is no role ${shown(tag.slice(ROLE.length))}.` };
  return undefined;
}

/** Why this actor may not give or take this tag: nobody but operators touches roles, and nobody raises themself. */
export function authorityFault(tag: string, user: string, actor: TagActor, vocabulary: Vocabulary): TagRefusal | undefined {
  if (actor.operator || kindOf(tag, vocabulary) === 'inform') return undefined;
  if (POWERFUL.some((prefix) => tag.startsWith(prefix))) return { kind: 'denied', detail: `Only operators give or take ${shown(tag)}.` };
  return user === actor.id ? { kind: 'denied', detail: `Nobody but operators changes the tags that decide about themselves, such as ${shown(tag)}.` } : undefined;
}

function kindOf(tag: string, vocabulary: Vocabulary): 'subject' | 'inform' | undefined {
  const kinds = vocabulary.namespaces.filter(({ glob }) => compileGlob(glob, TAG_DELIMITERS)(tag)).map(({ type }) => type);
  // A tag that counts somewhere counts, even if it also fits a namespace without authority.
  if (kinds.includes('subject')) return 'subject';
  return kinds.includes('inform') && !kinds.includes('object') ? 'inform' : undefined;
}

const shown = (tag: string): string => (tag.length > 80 ? `${tag.slice(0, 77)}…` : tag);
