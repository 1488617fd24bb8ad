import { z } from 'zod';

const namePattern = /^[A-Za-z0-9_][A-Za-z0-9_.$-]*$/;

/** The parts of a uniform data link, `dataos://depot:collection/dataset?acl=r`. */
export interface DatasetAddress {
  readonly depot: string;
  readonly collection?: string;
  readonly dataset?: string;
  readonly acl?: string;
}

/** Parses a uniform data link; `undefined` for anything outside the grammar (so nothing half-understood is resolved). */
export function parseAddress(text: string): DatasetAddress | undefined {
  const match = /^dataos:\/\/([^:/?#]+)(?::([^/?#]*))?(?:\/([^/?#]+))?\/?(?:\?([^#]*))?$/.exec(text);
  if (match === null) return undefined;
  const [, depot = '', collection, dataset, query] = match;
  const names = [depot, ...(collection ? [collection] : []), ...(dataset === undefined ? [] : [dataset])];
  if (!names.every((name) => namePattern.test(name) && !name.includes('..'))) return undefined;
  if (dataset !== undefined && !collection) return undefined;
  const acl = query === undefined ? undefined : (new URLSearchParams(query).get('acl') ?? undefined);
  return { depot, ...(collection ? { collection } : {}), ...(dataset === undefined ? {} : { dataset }), ...(acl === undefined ? {} : { acl }) };
}

/** Writes an address; the inverse of `parseAddress`. */
export function formatAddress({ depot, collection, dataset, acl }: DatasetAddress): string {
  const place = collection === undefined ? '' : `:${collection}${dataset === undefined ? '' : `/${dataset}`}`;
  return `dataos://${depot}${place}${acl === undefined ? '' : `?acl=${acl}`}`;
}

/** A string that is a uniform data link naming a dataset. */
export const DatasetLink = z.string().refine((text) => parseAddress(text)?.dataset !== undefined, 'must be dataos://depot:collection/dataset');
/** A string that is any uniform data link. */
export const DataLink = z.string().refine((text) => parseAddress(text) !== undefined, 'must be dataos://depot[:collection[/dataset]]');
