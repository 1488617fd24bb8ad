import type { Acl, DepotRequest } from '@dataos/contracts-depot';

const ending = (name: string): Acl | undefined => /[-_](r|rw)$/.exec(name)?.[1] as Acl | undefined;

/**
 * The name of the secret a depot keeps for `acl`: the one that ends in `-r` or `-rw`. A single secret whose name says
 * nothing is for reading; one for writing is never used to read.
 */
export function secretNameFor({ secrets }: Pick<DepotRequest, 'secrets'>, acl: Acl): string | undefined {
  const names = secrets.map(({ name }) => name);
  const [only] = names;
  return names.find((name) => ending(name) === acl) ?? (names.length === 1 && only !== undefined && ending(only) === undefined && acl === 'r' ? only : undefined);
}
