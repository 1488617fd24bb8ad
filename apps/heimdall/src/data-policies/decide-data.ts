import { formatAddress, parseAddress } from '@dataos/contracts-core';
import type { DecidedFilter, DecidedMask, TableDecision, TableInput } from '@dataos/contracts-heimdall';
import { type CompiledPolicy, decide, type Question, type Verdict } from '../decisions/decide.js';
import { suits } from './column-type.js';
import { type ColumnFacts, type CompiledDataPolicy, type CompiledFilter, type DatasetParts, strictness } from './data-policy.js';

/** Who reads: the tags of this moment and the attributes that filters may take values from. */
export interface Reader {
  readonly id: string;
  readonly email?: string;
  readonly tags: readonly string[];
  readonly properties: readonly { readonly key: string; readonly value: string }[];
}

/** Everything a policy says about one table, before it is put into words. */
export interface TableVerdict extends Omit<TableDecision, 'policies' | 'reason' | 'ask'> {
  readonly verdict: Verdict;
  /** What was asked of the access policies; nothing where the address is not that of a dataset. */
  readonly question?: Question;
}

/** Reading needs `select` or `read` on the dataset; an explicit deny on either is a deny. */
const READING = ['select', 'read'];

/** What decides access: the index of the policies in force, or the policies of a draft one by one. */
export type AccessJudge = readonly CompiledPolicy[] | { verdict(question: Question): Verdict };

/** Decides reading of one table: access first, then row filters and column masks. Masks and filters only ever restrict. */
export function decideTable(access: AccessJudge, data: readonly CompiledDataPolicy[], reader: Reader, table: TableInput): TableVerdict {
  const opened = openTable(access, data, reader, table);
  if (!('applicable' in opened)) return opened;
  const { address, applicable, filters, question, verdict } = opened;
  const masks = masksOf(applicable, table.columns);
  const dataPolicies = [...new Set([...masks.winners, ...filters.map((filter) => filter.policy)])].sort();
  return { address, allow: true, verdict, question, dataPolicies, masks: masks.masks, filters };
}

/** Whether `decideTable` would allow it. Masks never refuse, so that columns need no types and tags for this. */
export const mayRead = (...asked: Parameters<typeof decideTable>): boolean => 'applicable' in openTable(...asked);

interface Opened { readonly address: string; readonly question: Question; readonly verdict: Verdict; readonly applicable: readonly CompiledDataPolicy[]; readonly filters: DecidedFilter[] }

/** Access and row filters: all that can refuse a table. */
function openTable(access: AccessJudge, data: readonly CompiledDataPolicy[], reader: Reader, table: TableInput): Opened | TableVerdict {
  const parts = partsOf(table.address);
  if (!parts) return refused(table.address, { allow: false, cause: 'unjudgeable', policies: [], detail: 'the address is not that of a dataset' });
  const address = formatAddress(parts);
  const question = { subjectTags: reader.tags, predicates: READING, paths: [address], objectTags: tagsOf(parts, table.tags ?? []) };
  const verdict = 'verdict' in access ? access.verdict(question) : decide(access, question);
  if (!verdict.allow) return refused(address, verdict, question);
  const applicable = data.filter((policy) => policy.user(reader.tags) && policy.dataset(parts));
  const filters = filtersOf(applicable, reader, table.columns);
  if ('refused' in filters) return refused(address, { ...verdict, allow: false, cause: 'unjudgeable', detail: filters.refused }, question);
  return { address, question, verdict, applicable, filters: filters.filters };
}

const refused = (address: string, verdict: Verdict, question?: Question): TableVerdict =>
  ({ address, allow: false, verdict, ...(question === undefined ? {} : { question }), dataPolicies: [], masks: [], filters: [] });

function partsOf(address: string): DatasetParts | undefined {
  const { collection, dataset, depot } = parseAddress(address) ?? {};
  return depot && collection && dataset ? { depot, collection, dataset } : undefined;
}

/** The tags by which policies may name a table, beside those the catalogue has put on it. */
function tagsOf(parts: DatasetParts, tags: readonly string[]): readonly string[] {
  const name = `${parts.depot}:${parts.collection}:${parts.dataset}`;
  return ['dataos:resource:dataset', `dataos:system:minerva:table:${name}`, `dataos:system:ds:dataset:${name}`, ...tags];
}

/** One mask per column: lowest priority number, then the stricter operator, then the name. A winning pass-through exempts. */
function masksOf(policies: readonly CompiledDataPolicy[], columns: readonly ColumnFacts[]): { masks: DecidedMask[]; winners: string[] } {
  const masks: DecidedMask[] = [];
  const winners: string[] = [];
  const candidates = policies.filter((policy) => policy.kind === 'mask').sort(byRank);
  for (const column of columns) {
    const winner = candidates.find((policy) => policy.column(column) && typed(policy, column));
    if (!winner?.mask) continue;
    winners.push(winner.name);
    if (winner.mask.operator === 'pass_through') continue;
    const { config, operator } = winner.mask;
    // A mask that cannot act on the column's type must not show it: it becomes the constant of that type.
    const fits = suits(operator, column.type);
    masks.push({ column: column.name, operator: fits ? operator : 'redact', config: fits ? config : {}, policy: winner.name });
  }
  return { masks, winners };
}

/** `supported_data_types` narrows a policy to columns of these types; a column of untold type is not let off. */
function typed(policy: CompiledDataPolicy, column: ColumnFacts): boolean {
  const types = policy.mask?.types ?? [];
  if (types.length === 0 || column.type === undefined) return true;
  const type = column.type.toLowerCase();
  return types.some((name) => type === name.toLowerCase() || type.startsWith(`${name.toLowerCase()}(`));
}

function byRank(a: CompiledDataPolicy, b: CompiledDataPolicy): number {
  const strict = (policy: CompiledDataPolicy): number => (policy.mask ? strictness(policy.mask.operator) : 0);
  return a.priority - b.priority || strict(a) - strict(b) || (a.name < b.name ? -1 : 1);
}

/** All filters are ANDed; of several policies on one column those with the lowest number count. */
function filtersOf(policies: readonly CompiledDataPolicy[], reader: Reader, columns: readonly ColumnFacts[]): { filters: DecidedFilter[] } | { refused: string } {
  const names = new Map(columns.map((column) => [column.name.toLowerCase(), column.name]));
  const byColumn = new Map<string, { priority: number; filters: DecidedFilter[] }>();
  for (const policy of policies.filter((one) => one.kind === 'filter').sort(byRank)) {
    for (const filter of policy.filters) {
      const key = filter.column.toLowerCase();
      const column = names.get(key);
      if (column === undefined) {
        if (!policy.scoped) continue;
        return { refused: `policy ${policy.name} filters rows by column ${filter.column}, which the table does not have` };
      }
      const known = byColumn.get(key) ?? { priority: policy.priority, filters: [] };
      byColumn.set(key, known);
      if (known.priority === policy.priority) known.filters.push(decided(filter, column, policy.name, reader));
    }
  }
  return { filters: [...byColumn.values()].flatMap((entry) => entry.filters) };
}

function decided(filter: CompiledFilter, column: string, policy: string, reader: Reader): DecidedFilter {
  const value = filter.value ?? attribute(reader, filter.attribute);
  if (value === undefined) return { column, operator: 'never', policy };
  return { column, operator: filter.operator, value, policy };
}

function attribute(reader: Reader, name: string | undefined): string | undefined {
  const own = reader.properties.find((property) => property.key === name)?.value;
  if (own !== undefined) return own;
  if (name === 'id') return reader.id;
  return name === 'email' && reader.email ? reader.email : undefined;
}
