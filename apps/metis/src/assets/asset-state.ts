import type { AssetKind } from '@dataos/contracts-metis';
import { fingerprint } from './fingerprint.js';

/** The generation of what is only known to have to be protected once it is there. */
export const NEVER_SEEN = 0;

/** A column as its source shows it; tags are kept apart, because they belong to the catalog. */
export interface SeenColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly description?: string;
}

/** What a scan, an event or a product says about an asset. */
export interface Sighting {
  readonly id: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly depot?: string;
  readonly collection?: string;
  readonly parent?: string;
  readonly description?: string;
  readonly owner?: string;
  /** Tags the source itself gives; absent where it has none to give. */
  readonly tags?: readonly string[];
  readonly columns?: readonly SeenColumn[];
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly details?: object;
}

/** All the catalog keeps of an asset except times. User words stand beside the source's, so that neither overwrites the other. */
export interface AssetState {
  id: string;
  kind: AssetKind;
  name: string;
  depot: string | null;
  collection: string | null;
  parent: string | null;
  sourceDescription: string | null;
  sourceOwner: string | null;
  userDescription: string | null;
  userOwner: string | null;
  tags: string[];
  columns: SeenColumn[];
  /** By column name, also of columns that are gone: a column that comes back is protected as before. */
  columnTags: Record<string, string[]>;
  details: object | null;
  inputs: string[];
  outputs: string[];
}

/** The state after a sighting. Tags and user words stay; columns never seen before get the tags their names suggest. */
export function observe(stored: AssetState | undefined, seen: Sighting): AssetState {
  const columns = seen.columns ?? stored?.columns ?? [];
  const columnTags = { ...stored?.columnTags };
  for (const column of columns) {
    if (!Object.hasOwn(columnTags, column.name)) define(columnTags, column.name, fingerprint(column));
  }
  return {
    id: seen.id, kind: seen.kind, name: seen.name,
    depot: seen.depot ?? null, collection: seen.collection ?? null, parent: seen.parent ?? null,
    sourceDescription: seen.description || null, sourceOwner: seen.owner || null,
    userDescription: stored?.userDescription ?? null, userOwner: stored?.userOwner ?? null,
    tags: seen.tags === undefined ? [...(stored?.tags ?? [])] : unique(seen.tags),
    columns: columns.map(plainColumn), columnTags, details: seen.details ?? stored?.details ?? null,
    inputs: [...(seen.inputs ?? stored?.inputs ?? [])], outputs: [...(seen.outputs ?? stored?.outputs ?? [])],
  };
}

/** The state after a user's words; `null` takes a word back. */
export function withEdit(state: AssetState, edit: { description?: string | null | undefined; owner?: string | null | undefined }): AssetState {
  return {
    ...state,
    userDescription: edit.description === undefined ? state.userDescription : edit.description,
    userOwner: edit.owner === undefined ? state.userOwner : edit.owner,
  };
}

/** The state after tags were set: what is named is replaced. The columns must exist. */
export function withTags(state: AssetState, edit: { tags?: readonly string[] | undefined; columns?: Readonly<Record<string, readonly string[]>> | undefined }): AssetState {
  const columnTags = { ...state.columnTags };
  for (const [column, tags] of Object.entries(edit.columns ?? {})) define(columnTags, column, unique(tags));
  return { ...state, tags: edit.tags === undefined ? state.tags : unique(edit.tags), columnTags };
}

/** Only the state's own members, so that no time or search word of the stored row slips into a write. */
export function stateOf(state: AssetState): AssetState {
  const { id, kind, name, depot, collection, parent, sourceDescription, sourceOwner, userDescription, userOwner, tags, columns, columnTags, details, inputs, outputs } = state;
  return { id, kind, name, depot, collection, parent, sourceDescription, sourceOwner, userDescription, userOwner, tags, columns, columnTags, details, inputs, outputs };
}

export const descriptionOf = (state: AssetState): string | undefined => state.userDescription ?? state.sourceDescription ?? undefined;
export const ownerOf = (state: AssetState): string | undefined => state.userOwner ?? state.sourceOwner ?? undefined;
export const tagsOfColumn = (state: AssetState, column: string): string[] => (Object.hasOwn(state.columnTags, column) ? state.columnTags[column] ?? [] : []);

/** What events tell of an asset. Two states with the same facts are the same asset to everybody else. */
export function factsOf(state: AssetState) {
  const description = descriptionOf(state);
  const owner = ownerOf(state);
  return {
    id: state.id, kind: state.kind, name: state.name,
    ...(description === undefined ? {} : { description }), ...(owner === undefined ? {} : { owner }),
    tags: state.tags,
    ...(state.depot === null ? {} : { depot: state.depot }),
    ...(state.collection === null ? {} : { collection: state.collection }),
    ...(state.parent === null ? {} : { parent: state.parent }),
    columns: state.columns.map((column, index) => ({ id: `${state.id}#${column.name}`, ...column, tags: tagsOfColumn(state, column.name), ordinal: index + 1 })),
    ...(state.kind === 'product' ? { inputs: state.inputs, outputs: state.outputs } : {}),
  };
}

/** The names of the facts that differ; empty when nothing really changed. */
export function changesBetween(before: AssetState, after: AssetState): string[] {
  const old: Record<string, unknown> = { ...factsOf(before), details: before.details };
  const now: Record<string, unknown> = { ...factsOf(after), details: after.details };
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => stable(old[field]) !== stable(now[field])).sort();
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Columns may be called `__proto__`; a plain assignment would lose such a name. */
const define = (tags: Record<string, string[]>, column: string, value: string[]): void =>
  void Object.defineProperty(tags, column, { value, enumerable: true, writable: true, configurable: true });

const plainColumn = ({ name, type, nullable, description }: SeenColumn): SeenColumn => ({ name, type, nullable, ...(description ? { description } : {}) });

/** JSON with sorted keys: the database does not keep their order. */
const stable = (value: unknown): string | undefined => JSON.stringify(value, (_, part: unknown) =>
  (typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part));
