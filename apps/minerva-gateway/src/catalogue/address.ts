import { formatAddress } from '@dataos/contracts-core';

/** The parts of `catalog.schema.table` as a depot knows them. */
export function partsOf(name: string): { depot: string; collection: string; dataset: string } {
  const [depot = '', collection = '', ...rest] = name.split('.');
  return { depot, collection, dataset: rest.join('.') };
}
export const addressOf = (name: string): string => formatAddress(partsOf(name));
