import { type DatasetAddress, parseAddress } from '@dataos/contracts-core';
import { z } from 'zod';
import { Acl, DepotName } from './depot.js';

export type DepotAddress = Omit<DatasetAddress, 'acl'> & { readonly acl?: Acl };

/**
 * Reads an address as the clients of a depot write it: the scheme may be missing or repeated, the depot is folded to lower
 * case, `depot/collection/dataset` stands for `depot:collection/dataset`, and `purpose` for `acl`. Other options are passed
 * over; an access that is not `r` or `rw`, or is said twice and differently, makes the address unreadable.
 */
export function readAddress(text: string): DepotAddress | undefined {
  const [path = '', query = ''] = split(text.replace(/^(?:dataos:\/\/)+/, ''));
  const place = path.replace(/^([^:/]+)\/([^:/]+)\/([^:/]+)$/, '$1:$2/$3');
  const parsed = parseAddress(`dataos://${place}`);
  if (parsed === undefined) return undefined;
  const { acl: _none, ...parts } = parsed;
  const depot = DepotName.safeParse(parts.depot.toLowerCase());
  const acl = aclOf(new URLSearchParams(query));
  if (!depot.success || acl === 'unreadable') return undefined;
  return { ...parts, depot: depot.data, ...(acl === undefined ? {} : { acl }) };
}

function split(text: string): [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function aclOf(query: URLSearchParams): Acl | 'unreadable' | undefined {
  const given = new Set([...query.getAll('acl'), ...query.getAll('purpose')]);
  if (given.size === 0) return undefined;
  const acl = Acl.safeParse([...given][0]);
  return given.size === 1 && acl.success ? acl.data : 'unreadable';
}

/** A string that `readAddress` can read. */
export const DepotLink = z.string().max(1024).refine((text) => readAddress(text) !== undefined, 'must be dataos://depot[:collection[/dataset]][?acl=r|rw]');
