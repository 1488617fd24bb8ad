import type { Affected, Impact } from '@dataos/contracts-odin';
import { iri, type Iri } from '../graph/term.js';
import { DCT, PROV } from '../graph/vocabulary.js';
import type { View } from './neighbours.js';
import { describeNodes } from './nodes.js';

const MOST = 1_000;

interface Reached {
  readonly value: string;
  readonly distance: number;
  readonly path: readonly string[];
  readonly certain: boolean;
  /** All of a table may change, not just columns that are told one by one. */
  readonly whole: boolean;
}
type Found = Map<string, Reached>;

/**
 * What feels a change of a dataset or column. A column is followed column by column where lineage knows columns; a table that is
 * derived without any known column may use it too, so it is told as uncertain rather than left out.
 */
export async function impactOf(view: View, start: Iri, depth: number): Promise<Impact> {
  const data = await reachData(view, start, depth);
  const origin: Reached = { value: start.value, distance: 0, path: [start.value], certain: true, whole: false };
  const home = view.iris.isColumn(start.value) ? view.iris.datasetOf(start.value) : start.value;
  const touched = new Map(data.found);
  if (!touched.has(home)) touched.set(home, { ...origin, value: home, path: home === start.value ? [home] : [start.value, home] });
  const products = await users(view, touched, [view.iris.dos('hasInput'), view.iris.dos('hasOutput')]);
  const resources = await users(view, touched, [view.iris.dos('usesData'), view.iris.dos('mounts'), view.iris.dos('declares')]);
  const reached = [...data.found.values()].filter(({ distance }) => distance > 0);
  const all = [...reached, ...products, ...resources];
  const nodes = await describeNodes(view.iris, view.source, [start.value, ...all.map(({ value }) => value)]);
  const owners = await ownersOf(view, all.map(({ value }) => value));
  const shown = (list: readonly Reached[]): Affected[] => list.toSorted((a, b) => a.distance - b.distance || (a.value < b.value ? -1 : 1)).flatMap(({ value, distance, path, certain }) => {
    const node = nodes.get(value);
    const owner = owners.get(value);
    return node === undefined ? [] : [{ ...node, distance, certain, path: path.map((step) => view.iris.idOf(step)), ...(owner === undefined ? {} : { owner }) }];
  });
  const of = nodes.get(start.value) ?? { id: view.iris.idOf(start.value), iri: start.value, label: start.value, types: [] };
  return {
    of, columns: shown(reached.filter(({ value }) => view.iris.isColumn(value))), datasets: shown(reached.filter(({ value }) => !view.iris.isColumn(value))),
    products: shown(products), resources: shown(resources), truncated: data.truncated,
  };
}

async function reachData(view: View, start: Iri, depth: number): Promise<{ found: Found; truncated: boolean }> {
  const origin: Reached = { value: start.value, distance: 0, path: [start.value], certain: true, whole: !view.iris.isColumn(start.value) };
  const own = await view.source.match({ s: [start], p: [view.iris.dos('hasColumn')] });
  let frontier = [origin, ...own.map(({ o }) => ({ ...origin, value: o.value, path: [start.value, o.value], whole: false }))];
  const found: Found = new Map(frontier.map((one) => [one.value, one]));
  for (let level = 0; level < depth && frontier.length > 0; level += 1) {
    const next = (await step(view, frontier)).toSorted((a, b) => Number(b.certain) - Number(a.certain));
    frontier = [];
    for (const one of next) {
      const known = found.get(one.value);
      if (known !== undefined && (known.whole || !one.whole)) continue;
      if (found.size >= MOST) return { found, truncated: true };
      const merged = known === undefined ? one : { ...known, whole: true };
      found.set(one.value, merged);
      frontier.push(merged);
    }
  }
  return { found, truncated: frontier.length > 0 && (await step(view, frontier)).some(({ value }) => !found.has(value)) };
}

/** One step downstream from each of `frontier`. */
async function step(view: View, frontier: readonly Reached[]): Promise<Reached[]> {
  const moving = frontier.filter(({ value, whole }) => whole || view.iris.isColumn(value));
  const derived = await derivedFrom(view, moving.map(({ value }) => value));
  const tables = await coarse(view, moving.filter(({ value }) => view.iris.isColumn(value)));
  return [...moving.flatMap((from) => (derived.get(from.value) ?? []).flatMap((value) => after(view, from, value))), ...tables];
}

/** A derived node; a derived column takes its table along, of which nothing but that column is touched. */
function after(view: View, from: Reached, value: string): Reached[] {
  const node = { value, distance: from.distance + 1, path: [...from.path, value], certain: from.certain };
  if (!view.iris.isColumn(value)) return [{ ...node, whole: true }];
  const table = view.iris.datasetOf(value);
  return [{ ...node, whole: false }, { ...node, value: table, path: [...node.path, table], whole: false }];
}

/** Tables derived from a column's table of which no column is known to come from that table. */
async function coarse(view: View, columns: readonly Reached[]): Promise<Reached[]> {
  const tablesOf = await derivedFrom(view, columns.map(({ value }) => view.iris.datasetOf(value)));
  const targets = [...new Set([...tablesOf.values()].flat())].filter((value) => !view.iris.isColumn(value));
  const explained = await explainedBy(view, [...tablesOf.keys(), ...targets], columns);
  return columns.flatMap((column) => {
    const home = view.iris.datasetOf(column.value);
    return (tablesOf.get(home) ?? []).filter((table) => !view.iris.isColumn(table) && table !== home && !explained.has(`${home} ${table}`))
      .map((table) => ({ value: table, distance: column.distance + 1, path: [...column.path, home, table], certain: false, whole: true }));
  });
}

/** `source table` and `target table` of which at least one pair of columns is known. */
async function explainedBy({ iris, source }: View, tables: readonly string[], known: readonly Reached[]): Promise<Set<string>> {
  if (tables.length === 0) return new Set();
  const catalogued = (await source.match({ s: tables.map(iri), p: [iris.dos('hasColumn')] })).map(({ o }) => o);
  const columns = [...catalogued, ...known.map(({ value }) => iri(value))];
  const pairs = [...(await source.match({ s: columns, p: [PROV.wasDerivedFrom] })), ...(await source.match({ p: [PROV.wasDerivedFrom], o: columns }))];
  return new Set(pairs.map(({ s, o }) => `${iris.datasetOf(o.value)} ${iris.datasetOf(s.value)}`));
}

async function derivedFrom({ source, budget }: View, values: readonly string[]): Promise<Map<string, string[]>> {
  if (values.length === 0) return new Map();
  const found = await source.match({ p: [PROV.wasDerivedFrom], o: [...new Set(values)].map(iri) });
  budget.spend(found.length);
  return new Map([...Map.groupBy(found, ({ o }) => o.value)].map(([value, all]) => [value, all.map(({ s }) => s.value).sort()]));
}

/** What names one of the touched datasets by one of `relations`, by the shortest way. */
async function users({ source, budget }: View, touched: Found, relations: readonly Iri[]): Promise<Reached[]> {
  const datasets = [...touched.keys()].filter((value) => !value.includes('#'));
  const named = datasets.length === 0 ? [] : await source.match({ p: relations, o: datasets.map(iri) });
  budget.spend(named.length);
  const best: Found = new Map();
  for (const { s, o } of named) {
    const via = touched.get(o.value);
    const known = best.get(s.value);
    if (via === undefined || (known !== undefined && (known.distance < via.distance + 1 || (known.certain && known.distance === via.distance + 1)))) continue;
    best.set(s.value, { value: s.value, distance: via.distance + 1, path: [...via.path, s.value], certain: via.certain, whole: false });
  }
  return [...best.values()];
}

async function ownersOf({ iris, source }: View, values: readonly string[]): Promise<Map<string, string>> {
  const found = values.length === 0 ? [] : await source.match({ s: values.map(iri), p: [DCT.creator] });
  return new Map(found.map(({ s, o }) => [s.value, iris.idOf(o.value).replace(/^users:id:/, '')]));
}
