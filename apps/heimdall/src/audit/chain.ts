import { createHash } from 'node:crypto';

/** One record of the log with its place and link. */
export interface Link {
  readonly position: number;
  readonly hash: string;
  readonly id: string;
  readonly content: unknown;
}

/** What comes before the first record. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys: the same content is the same text, wherever it was kept in between. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);

/** Each link covers its place, its content and all before it: nothing can be changed, taken out, put in or moved unseen. */
export const linkOf = (previous: string, position: number, id: string, content: unknown): string =>
  createHash('sha256').update(`${previous}\n${position}\n${id}\n${canonical(content)}`).digest('hex');

/** Goes along a stretch of the log that follows `previous`; tells the last hash, or the first place that does not fit. */
export function follow(links: readonly Link[], previous: { position: number; hash: string }): { hash: string; position: number } | { fault: { position: number; id: string; reason: string } } {
  let { hash, position } = previous;
  for (const link of links) {
    if (link.position !== position + 1) return { fault: { position: position + 1, id: link.id, reason: `record ${position + 1} is missing` } };
    position = link.position;
    const expected = linkOf(hash, position, link.id, link.content);
    if (expected !== link.hash) return { fault: { position, id: link.id, reason: 'the record was changed after it was written' } };
    hash = expected;
  }
  return { hash, position };
}
