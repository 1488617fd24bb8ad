import type { Asset, AssetSummary, TableDescription } from '@dataos/contracts-metis';
import type { AssetRow } from './asset.entity.js';
import { factsOf, tagsOfColumn } from './asset-state.js';

/** An asset as lists show it. */
export function toSummary(row: AssetRow): AssetSummary {
  const { columns, inputs: _inputs, outputs: _outputs, ...facts } = factsOf(row) as ReturnType<typeof factsOf> & { inputs?: unknown; outputs?: unknown };
  return {
    ...facts, columnCount: columns.length, generation: row.generation,
    firstSeen: row.firstSeen.toISOString(), lastSeen: row.lastSeen.toISOString(), changedAt: row.changedAt.toISOString(),
    ...(row.vanishedAt === null ? {} : { vanishedAt: row.vanishedAt.toISOString() }),
  };
}

/** An asset in full; the row estimate only for those who may read the data. */
export function toAsset(row: AssetRow, mayReadData: boolean): Asset {
  const estimate = mayReadData && row.rowEstimate !== null ? { rowEstimate: row.rowEstimate } : {};
  return { ...toSummary(row), columns: factsOf(row).columns, ...estimate };
}

/** The schema of a table for those who protect its data: tags of columns that are gone included. */
export function toDescription(address: string, row: AssetRow | undefined): TableDescription {
  if (row === undefined) return { address, found: false, vanished: false, tags: [], columns: [], columnTags: {} };
  const columnTags = Object.fromEntries(Object.keys(row.columnTags).map((column) => [column, tagsOfColumn(row, column)]));
  return {
    address, found: true, vanished: row.vanishedAt !== null, kind: row.kind, tags: row.tags, columns: factsOf(row).columns, columnTags, generation: row.generation,
  };
}
