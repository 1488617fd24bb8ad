/**
 * The one form in which assets are looked up: `depot.collection.dataset`, a column after it, all in lower case, as names
 * of SQL are. Addresses (`dataos://depot:collection/dataset`, `…#column`) and the catalogue's ids come out the same.
 */
export function assetKey(fqn: string): string {
  const address = /^dataos:\/\/([^:/?#]+):([^/?#]+)\/([^/?#]+)(?:\?[^#]*)?(?:#(.+))?$/i.exec(fqn);
  if (!address) return fqn.toLowerCase();
  const [, depot, collection, dataset, column] = address;
  return [depot, collection, dataset, ...(column ? [column] : [])].join('.').toLowerCase();
}
