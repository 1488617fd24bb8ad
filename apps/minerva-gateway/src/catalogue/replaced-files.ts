import { stat } from 'node:fs/promises';
import type { KnownTable } from './catalogue.service.js';

/** File systems tell time coarser than the clock, and those of a network by a clock of their own. */
const SLACK_MS = 2_000;

/** Whether one of `files` was put in its place, or written to, since that moment; one that is gone counts. */
export async function changedSince(files: readonly string[], since: number): Promise<boolean> {
  const times = await Promise.all(files.map((file) => stat(file).then(({ ctimeMs }) => ctimeMs, () => Number.POSITIVE_INFINITY)));
  return times.some((ctimeMs) => ctimeMs >= since - SLACK_MS);
}

/** Whether the catalog knows tags of a table, or of a column that was decided about, which were not there when it was decided. */
export function hasNewTags(decided: Pick<KnownTable, 'tags' | 'columns'>, now: Pick<KnownTable, 'tags' | 'columns'>): boolean {
  const before = new Map(decided.columns.map(({ name, tags }) => [name, tags]));
  const isNew = (tags: readonly string[], known: readonly string[]): boolean => tags.some((tag) => !known.includes(tag));
  return isNew(now.tags, decided.tags) || now.columns.some(({ name, tags }) => isNew(tags, before.get(name) ?? tags));
}
