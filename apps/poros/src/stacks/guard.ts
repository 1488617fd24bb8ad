import { formatAddress, parseAddress } from '@dataos/contracts-core';
import { type DatasetVerdict, type GuardedColumn, type GuardedTable, JobFailure, type Platform } from './stack.js';

/** The address without its `?acl=`, as the catalog and policies know it. */
export function plainAddress(address: string): string {
  const parts = parseAddress(address);
  if (parts === undefined) throw new JobFailure(`"${address}" is not a dataset address`);
  return formatAddress({ ...parts, acl: undefined });
}

/**
 * Refuses a job whose run-as user would see less than the whole of an input. A job copies data, and a copy of masked or
 * filtered rows under the user's own name would be wrong silently; a copy of the unmasked ones would be a leak.
 */
export async function requireFullAccess(platform: Platform, addresses: readonly string[], actual: ReadonlyMap<string, readonly string[]>): Promise<void> {
  if (addresses.length === 0) return;
  const catalog = await platform.describe(addresses);
  const tables = addresses.map((address) => ({ address, tags: catalog.get(address)?.tags ?? [], columns: mergeColumns(catalog.get(address), actual.get(address) ?? []) }));
  const verdicts = await platform.decide(tables);
  const faults = addresses.flatMap((address) => faultOf(address, verdicts.find((verdict) => verdict.address === address)));
  if (faults.length > 0) throw new JobFailure(faults.join('; '));
}

/** The columns of the catalog and of the source, each with all tags that are known under its name. */
function mergeColumns({ columns = [], columnTags = {} }: Partial<GuardedTable> = {}, actual: readonly string[]): GuardedColumn[] {
  const names = new Set(columns.map(({ name }) => name.toLowerCase()));
  const tagsOf = (name: string): readonly string[] => Object.entries(columnTags).flatMap(([column, tags]) => (column.toLowerCase() === name.toLowerCase() ? tags : []));
  const all: GuardedColumn[] = [...columns, ...actual.filter((name) => !names.has(name.toLowerCase())).map((name) => ({ name }))];
  return all.map((column) => ({ ...column, tags: [...new Set(tagsOf(column.name))] }));
}

function faultOf(address: string, verdict: DatasetVerdict | undefined): string[] {
  if (verdict === undefined) return [`policy gave no answer for ${address}`];
  if (!verdict.allow) return [`policy does not let the run-as user read ${address}${verdict.reason === undefined ? '' : `: ${verdict.reason}`}${policiesOf(verdict.policies)}`];
  const masks = verdict.masks.filter((mask) => mask.operator !== 'pass_through');
  const hidden = [
    ...masks.map((mask) => `column ${mask.column} is masked${policiesOf(mask.policy === undefined ? [] : [mask.policy])}`),
    ...verdict.filters.map((filter) => `rows are filtered by ${filter.column}${policiesOf(filter.policy === undefined ? [] : [filter.policy])}`),
  ];
  return hidden.length === 0 ? [] : [`the run-as user does not see all of ${address}: ${hidden.join(', ')}`];
}

const policiesOf = (policies: readonly string[]): string => (policies.length === 0 ? '' : ` (policy ${policies.join(', ')})`);
