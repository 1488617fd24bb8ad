import type { PolicyReason } from '@dataos/contracts-heimdall';
import type { DataSource } from 'typeorm';

interface Given { readonly tag: string; readonly assigner: string; readonly at: Date }

/** Adds who gave the subject the tags by which policies applied; what nobody gave, such as the tag of one's own id, stays without. */
export async function withAssigners(dataSource: DataSource, user: string, reasons: readonly PolicyReason[]): Promise<PolicyReason[]> {
  const tags = [...new Set(reasons.flatMap(({ subject }) => subject.map(({ tag }) => tag)))];
  if (tags.length === 0) return [...reasons];
  const rows: Given[] = await dataSource.query('SELECT tag, assigner, assigned_at AS at FROM user_tags WHERE user_id = $1 AND tag = ANY($2)', [user, tags]);
  const given = new Map(rows.map((row) => [row.tag, row]));
  return reasons.map((reason) => ({
    ...reason,
    subject: reason.subject.map((matched) => {
      const row = given.get(matched.tag);
      return row ? { ...matched, assignedBy: row.assigner, assignedAt: row.at.toISOString() } : matched;
    }),
  }));
}
