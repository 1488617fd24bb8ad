import type { DataReason, MatchedTag, PolicyReason, TableDecision } from '@dataos/contracts-heimdall';
import type { DataSource } from 'typeorm';

interface Given { readonly tag: string; readonly assigner: string; readonly at: Date }
interface Told { readonly reasons: readonly PolicyReason[]; readonly tables?: readonly TableDecision[] }

/** Adds who gave the subject the tags by which policies applied; what nobody gave, such as the tag of one's own id, stays without. */
export async function withAssigners<T extends Told>(dataSource: DataSource, user: string, told: T): Promise<T> {
  const becauses = (told.tables ?? []).flatMap(({ filters, masks }) => [...filters, ...masks]).flatMap(({ because }) => because ?? []);
  const tags = [...new Set([...told.reasons, ...becauses].flatMap(({ subject }) => subject.map(({ tag }) => tag)))];
  if (tags.length === 0) return told;
  const rows: Given[] = await dataSource.query('SELECT tag, assigner, assigned_at AS at FROM user_tags WHERE user_id = $1 AND tag = ANY($2)', [user, tags]);
  const given = new Map(rows.map((row) => [row.tag, row]));
  const named = <R extends { readonly subject: MatchedTag[] }>(reason: R): R => ({
    ...reason,
    subject: reason.subject.map((matched) => {
      const row = given.get(matched.tag);
      return row ? { ...matched, assignedBy: row.assigner, assignedAt: row.at.toISOString() } : matched;
    }),
  });
  const explained = <D extends { readonly because?: DataReason | undefined }>(decided: D): D => (decided.because === undefined ? decided : { ...decided, because: named(decided.because) });
  return {
    ...told, reasons: told.reasons.map(named),
    ...(told.tables === undefined ? {} : { tables: told.tables.map((table) => ({ ...table, filters: table.filters.map(explained), masks: table.masks.map(explained) })) }),
  };
}
