import { AuthzenAction, AuthzenResource, AuthzenSubject, type EvaluationAnswer, type EvaluationSemantic, type EvaluationsInput } from '@dataos/contracts-heimdall';
import type { z } from 'zod';

/** One question of a call, complete. */
export interface Item {
  readonly subject: AuthzenSubject;
  readonly action: AuthzenAction;
  readonly resource: AuthzenResource;
}
export type ParsedItem = Item | { readonly fault: string };

type Defaults = Pick<EvaluationsInput, 'subject' | 'action' | 'resource'>;
type Entity = { type?: unknown; id?: unknown; name?: unknown; properties?: unknown };

/**
 * The items of a call with the defaults filled in. A member of an item replaces the default as a whole; only the fields that
 * must be there (`type`, `id`, `name`) are taken from the default where the item leaves them out. Checked by hand: thousands
 * come in one call, and a schema costs more than a decision.
 */
export function itemsOf(input: EvaluationsInput): ParsedItem[] {
  const subject = defaultOf(AuthzenSubject, input.subject);
  const action = defaultOf(AuthzenAction, input.action);
  const resource = defaultOf(AuthzenResource, input.resource);
  return (input.evaluations ?? []).map((raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { fault: 'the evaluation is not an object' };
    const given = raw as Record<string, unknown>;
    const own = {
      subject: given['subject'] === undefined ? subject : entity(given['subject'], input.subject),
      action: given['action'] === undefined ? action : named(given['action'], input.action),
      resource: given['resource'] === undefined ? resource : entity(given['resource'], input.resource),
    };
    if (own.subject === undefined || own.action === undefined || own.resource === undefined) {
      return { fault: `${own.subject === undefined ? 'subject' : own.action === undefined ? 'action' : 'resource'} is missing or incomplete` };
    }
    return own as Item;
  });
}

function entity(given: unknown, fallback: Defaults['subject']): AuthzenSubject | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { id = fallback?.id, properties, type = fallback?.type } = given as Entity;
  if (typeof id !== 'string' || id === '' || id.length > 4096 || typeof type !== 'string' || type === '' || type.length > 4096) return undefined;
  if (properties === undefined) return { type, id };
  return isRecord(properties) ? { type, id, properties } : undefined;
}

function named(given: unknown, fallback: Defaults['action']): AuthzenAction | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { name = fallback?.name, properties } = given as Entity;
  if (typeof name !== 'string' || name === '' || name.length > 4096) return undefined;
  if (properties === undefined) return { name };
  return isRecord(properties) ? { name, properties } : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function defaultOf<T extends z.ZodType>(schema: T, value: unknown): z.output<T> | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Asks one after the other, and no further than the semantic wants. */
export function evaluate<T>(items: readonly T[], semantic: EvaluationSemantic, ask: (item: T) => EvaluationAnswer): EvaluationAnswer[] {
  const answers: EvaluationAnswer[] = [];
  for (const item of items) {
    const answer = ask(item);
    answers.push(answer);
    if (semantic === 'deny_on_first_deny' && !answer.decision) break;
    if (semantic === 'permit_on_first_permit' && answer.decision) break;
  }
  return answers;
}
