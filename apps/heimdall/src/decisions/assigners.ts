import type { DataReason, MatchedTag, PolicyReason, TableDecision } from '@dataos/contracts-heimdall';
import type { Subject } from '../users/subjects.repository.js';

interface Told { readonly reasons: readonly PolicyReason[]; readonly tables?: readonly TableDecision[] }

/** Adds who gave the subject the tags by which policies applied; what nobody gave, such as the tag of one's own id, stays without. */
export function withAssigners<T extends Told>({ given }: Pick<Subject, 'given'>, told: T): T {
  const byTag = new Map(given.map((one) => [one.tag, one]));
  const named = <R extends { readonly subject: MatchedTag[] }>(reason: R): R => ({
    ...reason,
    subject: reason.subject.map((matched) => {
      const found = byTag.get(matched.tag);
      return found ? { ...matched, assignedBy: found.assigner, assignedAt: new Date(found.at).toISOString() } : matched;
    }),
  });
  const explained = <D extends { readonly because?: DataReason | undefined }>(decided: D): D => (decided.because === undefined ? decided : { ...decided, because: named(decided.because) });
  return {
    ...told, reasons: told.reasons.map(named),
    ...(told.tables === undefined ? {} : { tables: told.tables.map((table) => ({ ...table, filters: table.filters.map(explained), masks: table.masks.map(explained) })) }),
  };
}
