import type { Principal } from '@dataos/contracts-core';
import { parseAddress } from '@dataos/contracts-core';
import type { ClusterSpec } from '@dataos/contracts-minerva';
import { TrinoFailure } from '../sql/failure.js';

export interface Candidate { readonly name: string; readonly spec: ClusterSpec; readonly load: number; readonly healthy: boolean }
export interface Wish {
  readonly principal: Principal;
  readonly source?: string;
  /** The cluster the client asks for by name. */
  readonly named?: string;
  readonly catalogs: readonly string[];
  /** Only an embedded engine can: it holds what the gateway lists itself. */
  readonly embedded?: boolean;
}

/** The cluster that runs a query; none fails with the rule that left none. */
export function selectCluster(candidates: readonly Candidate[], wish: Wish): Candidate {
  if (candidates.length === 0) throw refuse('No cluster is declared; apply a resource of type cluster first');
  const named = wish.named === undefined ? candidates : candidates.filter(({ name }) => name === wish.named);
  if (named.length === 0) throw refuse(`There is no cluster '${wish.named}'`);
  const selected = named.filter(({ spec }) => isSelected(spec.minerva.selector, wish));
  if (selected.length === 0) throw refuse('The selector of no cluster lets this user and client in');
  const mounting = selected.filter(({ spec }) => wish.catalogs.every((catalog) => mounts(spec, catalog)));
  const missing = wish.catalogs.filter((catalog) => !selected.some(({ spec }) => mounts(spec, catalog)));
  const able = mounting.filter(({ spec }) => wish.embedded !== true || spec.type === 'minerva');
  const ready = able.filter(({ spec, healthy }) => spec.active && healthy);
  if (able.length > 0 && ready.length === 0) throw refuse(`No cluster that could run this query takes queries now: ${able.map(({ name, spec }) => `${name} is ${spec.active ? 'not reachable' : 'taken out of service'}`).join(', ')}`);
  const [best] = ready.toSorted((a, b) => a.spec.minerva.selector.priority - b.spec.minerva.selector.priority || a.load - b.load || a.name.localeCompare(b.name));
  if (best === undefined) throw refuse(missing.length > 0 ? `No cluster mounts the depot '${missing[0]}'` : 'No single cluster mounts all depots of this query');
  return best;
}

const refuse = (message: string): TrinoFailure => new TrinoFailure('QUERY_REJECTED', message);

type Selector = Pick<ClusterSpec['minerva']['selector'], 'users' | 'tags' | 'sources' | 'match'>;

/** Whether a selector is about a user and client: by any of its rules, or by all of them. */
export function isSelected(selector: Selector, { principal, source = '' }: Pick<Wish, 'principal' | 'source'>): boolean {
  const rules = [
    { globs: selector.users, values: [principal.id] }, { globs: selector.tags, values: principal.tags }, { globs: selector.sources, values: [source] },
  ].filter(({ globs }) => globs.length > 0);
  const holds = ({ globs, values }: (typeof rules)[number]): boolean => globs.some((glob) => values.some((value) => matchesGlob(glob, value)));
  return selector.match === 'all' ? rules.length > 0 && rules.every(holds) : rules.some(holds);
}

function mounts({ minerva: { depots } }: ClusterSpec, catalog: string): boolean {
  return depots.length === 0 || depots.some(({ address }) => (parseAddress(address)?.depot ?? address) === catalog);
}

/** `*` within a segment, `**` across them. Matched piece by piece, without a regular expression that could run away. */
export function matchesGlob(glob: string, value: string): boolean {
  const pieces = glob.split(/\*+/);
  const deep = glob.includes('**');
  const [first = '', ...rest] = pieces;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const last = index === rest.length - 1;
    const found = last ? value.length - piece.length : value.indexOf(piece, at);
    if (found < at || !value.startsWith(piece, found)) return false;
    if (!deep && /[:/]/.test(value.slice(at, found))) return false;
    at = found + piece.length;
  }
  return at === value.length;
}
