import { formatAddress } from '@dataos/contracts-core';

/** The parts of `catalog.schema.table` as a depot knows them. */
export function partsOf(name: string): { depot: string; collection: string; dataset: string } {
  const [depot = '', collection = '', ...rest] = name.split('.');
  return { depot, collection, dataset: rest.join('.') };
}
/** The depot that an address is in, as an address. */
export const depotOf = (address: string): string => address.split(':').slice(0, 2).join(':');
export const addressOf = (name: string): string => formatAddress(partsOf(name));
