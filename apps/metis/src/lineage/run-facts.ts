import { formatAddress, parseAddress } from '@dataos/contracts-core';

/** What a finished run says it read and wrote. */
export interface RunReport {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Each column as `<address>#<column>`. */
  readonly columns: readonly { readonly output: string; readonly inputs: readonly string[]; readonly masked?: readonly string[] }[];
}

/** `masked`: the run was not shown the column as it is. */
export interface ColumnEdge { readonly from: string; readonly to: string; readonly masked?: boolean }

export interface EdgeFact {
  readonly from: string;
  readonly to: string;
  readonly columns: readonly ColumnEdge[];
}

/** The address without its query; `undefined` when it does not name a dataset. */
export function datasetOf(text: string): string | undefined {
  const address = parseAddress(text);
  if (address?.dataset === undefined) return undefined;
  return formatAddress({ depot: address.depot, collection: address.collection, dataset: address.dataset });
}

/** The address without its query and the column; `undefined` for anything else. */
export function columnOf(text: string): { asset: string; id: string } | undefined {
  const at = text.indexOf('#');
  const asset = at < 0 ? undefined : datasetOf(text.slice(0, at));
  const column = text.slice(at + 1);
  return asset === undefined || column === '' ? undefined : { asset, id: `${asset}#${column}` };
}

/**
 * The edges a run leaves: from every input to every output, and from column to column where the run knows. A dataset that is
 * read and written at once makes no edge to itself.
 */
export function edgesOf(report: RunReport): EdgeFact[] {
  const edges = new Map<string, { from: string; to: string; columns: Map<string, ColumnEdge> }>();
  const edge = (from: string, to: string) => {
    const key = `${from} ${to}`;
    const known = edges.get(key) ?? { from, to, columns: new Map() };
    edges.set(key, known);
    return known;
  };
  const inputs = datasets(report.inputs);
  for (const to of datasets(report.outputs)) {
    for (const from of inputs) if (from !== to) edge(from, to);
  }
  for (const { output, inputs: sources, masked = [] } of report.columns) {
    const to = columnOf(output);
    for (const source of sources) {
      const from = columnOf(source);
      if (to === undefined || from === undefined || from.asset === to.asset) continue;
      edge(from.asset, to.asset).columns.set(`${from.id} ${to.id}`, { from: from.id, to: to.id, ...(masked.includes(source) ? { masked: true } : {}) });
    }
  }
  return [...edges.values()].map(({ from, to, columns }) => ({ from, to, columns: [...columns.values()] }));
}

const datasets = (addresses: readonly string[]): Set<string> =>
  new Set(addresses.map(datasetOf).filter((address) => address !== undefined));
