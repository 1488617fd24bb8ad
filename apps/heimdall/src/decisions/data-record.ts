import type { DecisionView, TableDecision } from '@dataos/contracts-heimdall';
import { MOST_SENTENCES } from './many-record.js';
import type { Reasons } from './reasons.js';

/** The record of reading many tables: what was decided of each, and by which rules and tags. */
export function dataRecord(id: string, subject: string, { needs, reasons, tables }: Reasons & { readonly tables: TableDecision[] }): DecisionView {
  const denied = tables.filter((table) => !table.allow);
  const policies = new Map(tables.flatMap((table) => table.policies).map((policy) => [`${policy.name} ${policy.effect}`, policy]));
  const granted = tables.map((table) => `${table.address} (${table.masks.length} masked columns, ${table.filters.length} row filters)`);
  return {
    id, time: new Date().toISOString(), kind: 'data', subject, allow: denied.length === 0, predicate: 'select',
    objects: tables.map((table) => table.address), policies: [...policies.values()],
    explanation: denied.length > 0 ? denied.slice(0, MOST_SENTENCES).map((table) => table.reason).join(' ') : `${subject} may select ${granted.slice(0, MOST_SENTENCES).join(', ')}.`,
    ask: [...new Set(denied.flatMap((table) => table.ask ?? []))], tables, reasons: [...reasons], needs: [...needs],
  };
}
