import type { LineageEdge, LineageGraph, LineageNode, LineageQuery } from '@dataos/contracts-metis';
import { LineageRecorded } from '@dataos/contracts-metis';
import { Outbox } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { unknownAsset } from '../assets/assets.service.js';
import type { LineageEdgeRow } from './lineage-edge.entity.js';
import { LineageRepository, type RunContext } from './lineage.repository.js';
import { type EdgeFact, edgesOf, type RunReport } from './run-facts.js';
import { type Link, mergeDistances, startWalk, step, type Walk, walkedLinks, type Way } from './traverse.js';

const mostNodes = 500;
interface Walked { readonly walk: Walk; readonly edges: LineageEdgeRow[]; readonly more: boolean }

/** Records and answers where data came from and went to. */
@Injectable()
export class LineageService {
  constructor(private readonly repository: LineageRepository, private readonly outbox: Outbox) {}

  /** Records a run in the caller's transaction; hearing of it again changes nothing. Answers with the number of edges. */
  async record(tx: EntityManager, report: RunReport, run: RunContext): Promise<number> {
    const news = await this.repository.write(tx, edgesOf(report), run);
    await this.tell(tx, news, run);
    return news.length;
  }

  private async tell(tx: EntityManager, news: readonly EdgeFact[], run: RunContext): Promise<void> {
    if (news.length === 0) return;
    await this.outbox.append(tx, LineageRecorded, run.run ?? run.job ?? 'lineage', {
      ...(run.run === undefined ? {} : { run: run.run }), ...(run.job === undefined ? {} : { job: run.job }),
      edges: news.map(({ from, to }) => ({ from, to })), columns: news.flatMap(({ columns }) => columns.map(({ from, to }) => ({ from, to }))), at: run.at.toISOString(),
    });
  }

  /** A table was made anew: what came into one of its name before is gone with that one. */
  async begin(tx: EntityManager, table: string, at: Date): Promise<void> {
    await this.repository.forget(tx, table, at);
  }

  /** A table has another name: what came into it came into what it is called now. */
  async rename(tx: EntityManager, from: string, to: string, run: RunContext): Promise<void> {
    const before = await this.repository.into(tx, from);
    await this.repository.forget(tx, to, run.at);
    await this.repository.forget(tx, from, run.at);
    const column = (id: string): string => (id.startsWith(`${from}#`) ? to + id.slice(from.length) : id);
    for (const edge of before) {
      const columns = edge.columns.map((link) => ({ ...link, to: column(link.to) }));
      const news = await this.repository.write(tx, [{ from: edge.from, to, columns }], { job: edge.job, run: edge.run ?? undefined, at: run.at });
      await this.tell(tx, news, { job: edge.job, run: edge.run ?? undefined, at: run.at });
    }
  }

  /** The graph around an asset, or around one of its columns. */
  async graph(asset: string, { direction, depth, column }: z.output<typeof LineageQuery>): Promise<LineageGraph> {
    const root = column === undefined ? asset : `${asset}#${column}`;
    const ways: Way[] = direction === 'both' ? ['upstream', 'downstream'] : [direction];
    const walked: Walked[] = [];
    for (const way of ways) walked.push(await this.walk(root, way, depth, column !== undefined));
    const distances = assetDistances(mergeDistances(walked.map(({ walk }) => walk)));
    const known = await this.repository.assets([...distances.keys()]);
    if (!known.has(asset) && distances.size === 1) throw unknownAsset(asset);
    return {
      root: asset,
      nodes: [...distances].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([id, distance]) => toNode(id, distance, known.get(id))),
      edges: mergeEdges(walked, column !== undefined),
      truncated: walked.some(({ walk, more }) => walk.cut || more),
    };
  }

  private async walk(root: string, way: Way, depth: number, byColumn: boolean): Promise<Walked> {
    let walk = startWalk(root, way);
    const edges: LineageEdgeRow[] = [];
    for (let level = 0; level < depth && walk.frontier.length > 0; level += 1) {
      const found = await this.repository.edges(unique(walk.frontier.map(assetOf)), way);
      edges.push(...found);
      walk = step(walk, linksOf(found, byColumn), mostNodes);
    }
    if (walk.frontier.length === 0) return { walk, edges, more: false };
    const beyond = await this.repository.edges(unique(walk.frontier.map(assetOf)), way);
    const further = step(walk, linksOf(beyond, byColumn), mostNodes + 1);
    return { walk, edges, more: further.distances.size > walk.distances.size || further.cut };
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const assetOf = (id: string): string => id.split('#', 1)[0] ?? id;
const linksOf = (edges: readonly LineageEdgeRow[], byColumn: boolean): Link[] => (byColumn ? edges.flatMap(({ columns }) => columns) : [...edges]);

function assetDistances(nodes: ReadonlyMap<string, number>): Map<string, number> {
  const assets = new Map<string, number>();
  for (const [node, distance] of nodes) {
    const known = assets.get(assetOf(node));
    if (known === undefined || Math.abs(distance) < Math.abs(known)) assets.set(assetOf(node), distance);
  }
  return assets;
}

function mergeEdges(walked: readonly Walked[], byColumn: boolean): LineageEdge[] {
  const edges = new Map<string, LineageEdge>();
  for (const { walk, edges: found } of walked) {
    for (const row of byColumn ? found : walkedLinks(walk, found)) {
      const columns = byColumn ? walkedLinks(walk, row.columns) : row.columns;
      if (byColumn && columns.length === 0) continue;
      edges.set(JSON.stringify([row.from, row.to, row.job]), toEdge(row, columns));
    }
  }
  return [...edges.values()];
}

const toEdge = (row: LineageEdgeRow, columns: LineageEdge['columns']): LineageEdge => ({
  from: row.from, to: row.to, columns, ...(row.job === '' ? {} : { job: row.job }), ...(row.run === null ? {} : { run: row.run }),
  firstSeen: row.firstSeen.toISOString(), lastSeen: row.lastSeen.toISOString(),
});

function toNode(id: string, distance: number, asset: { kind: string; name: string; vanishedAt: Date | null } | undefined): LineageNode {
  if (asset === undefined) return { id, distance, known: false, name: id.split(/[/:]/).at(-1) ?? id, vanished: false };
  return { id, distance, known: true, kind: asset.kind, name: asset.name, vanished: asset.vanishedAt !== null };
}
