import { formatAddress, parseAddress } from '@dataos/contracts-core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AssetRow } from '../assets/asset.entity.js';
import { stateOf, withTags } from '../assets/asset-state.js';
import { Catalog } from '../assets/catalog.js';
import { inheritedTags, linkOf, type Tagged } from './inherited-tags.js';
import { LineageRepository } from './lineage.repository.js';
import { columnOf, type RunReport } from './run-facts.js';

export type ColumnTags = Readonly<Record<string, readonly string[]>>;

/** Tags go along with data that jobs copy: a mask chosen by tag must not end where a column gets another name. */
@Injectable()
export class Inheritance {
  constructor(private readonly repository: LineageRepository, private readonly catalog: Catalog) {}

  /** To be called before the run's lineage is recorded, in the same transaction. `kept` are tags of columns by asset that the catalog does not know. */
  async pass(tx: EntityManager, report: RunReport, kept: ReadonlyMap<string, ColumnTags> = new Map()): Promise<void> {
    const targets = unique(report.columns.map(({ output }) => columnOf(output)?.asset));
    const known = new Set((await Promise.all(targets.map((asset) => this.repository.into(tx, asset)))).flatMap((edges) => edges.flatMap(({ columns }) => columns.map(({ from, to }) => linkOf(from, to)))));
    for (const depot of unique(targets.map((asset) => parseAddress(asset)?.depot)).sort()) await this.catalog.lock(tx, depot);
    const rows = await this.catalog.load(tx, unique([...targets, ...report.columns.flatMap(({ inputs }) => inputs.map((input) => columnOf(input)?.asset))]));
    for (const [asset, columns] of inheritedTags(report, withKept(rows, kept), known)) await this.put(tx, asset, rows.get(asset), columns);
  }

  /** What no scan has seen yet is protected all the same, and by the same tags once one has. */
  private async put(tx: EntityManager, id: string, row: AssetRow | undefined, columns: Record<string, string[]>): Promise<void> {
    if (row !== undefined) return void (await this.catalog.edit(tx, row, withTags(stateOf(row), { columns })));
    const { depot = '', collection = '', dataset = '' } = parseAddress(id) ?? {};
    await this.catalog.expect(tx, { id, kind: 'dataset', name: dataset, depot, collection, parent: formatAddress({ depot, collection }) }, columns);
  }
}

/** The assets with the tags that are kept elsewhere; one that is not in the catalog has those only. */
function withKept(rows: ReadonlyMap<string, Tagged>, kept: ReadonlyMap<string, ColumnTags>): Map<string, Tagged> {
  const joined = new Map<string, Tagged>(rows);
  for (const [asset, tags] of kept) {
    const { columns = [], columnTags = {} } = rows.get(asset) ?? {};
    joined.set(asset, { columns, columnTags: Object.fromEntries([...new Set([...Object.keys(columnTags), ...Object.keys(tags)])].map((name) => [name, [...new Set([...(columnTags[name] ?? []), ...(tags[name] ?? [])])]])) });
  }
  return joined;
}

/** Each of them once, without those that are not there. */
export const unique = (texts: readonly (string | undefined)[]): string[] => [...new Set(texts.filter((text) => text !== undefined))];
