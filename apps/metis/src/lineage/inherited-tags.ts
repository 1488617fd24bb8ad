import { columnOf, type RunReport } from './run-facts.js';

/** What is known of an asset that is read or written. */
export interface Tagged { readonly columns: readonly { readonly name: string }[]; readonly columnTags: Readonly<Record<string, readonly string[]>> }
type Known = ReadonlyMap<string, Tagged>;

/** A column by the asset it is of. Sources and stacks spell a name in cases of their own. */
const nameIn = (asset: string, id: string): string => id.slice(asset.length + 1);
const spelled = (names: Iterable<string>, name: string): string[] => [...names].filter((other) => other.toLowerCase() === name.toLowerCase());
const tagsOf = (asset: Tagged | undefined, column: string): string[] => (asset === undefined ? [] : spelled(Object.keys(asset.columnTags), column).flatMap((name) => asset.columnTags[name] ?? []));

/**
 * Tags that columns of outputs get from the columns they were computed from, by output and column: all that they have then. `known` are links from
 * column to column that were told before; of those people have had their say.
 */
export function inheritedTags({ columns }: RunReport, assets: Known, known: ReadonlySet<string>): Map<string, Record<string, string[]>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { output, inputs } of columns) {
    const to = columnOf(output);
    if (to === undefined) continue;
    const sources = inputs.map(columnOf).filter((from) => from !== undefined && from.asset !== to.asset && !known.has(linkOf(from.id, to.id)));
    const tags = sources.flatMap((from) => (from === undefined ? [] : tagsOf(assets.get(from.asset), nameIn(from.asset, from.id))));
    if (tags.length === 0) continue;
    const target = assets.get(to.asset);
    const given = nameIn(to.asset, to.id);
    const names = spelled([...(target?.columns.map(({ name }) => name) ?? []), ...Object.keys(target?.columnTags ?? {})], given);
    const of = found.get(to.asset) ?? new Map<string, Set<string>>();
    found.set(to.asset, of);
    for (const name of names.length === 0 ? [given] : names) of.set(name, new Set([...(of.get(name) ?? target?.columnTags[name] ?? []), ...tags]));
  }
  return new Map([...found].map(([asset, of]) => [asset, Object.fromEntries([...of].map(([name, tags]) => [name, [...tags].sort()]))]));
}

export const linkOf = (from: string, to: string): string => `${from} ${to}`.toLowerCase();
