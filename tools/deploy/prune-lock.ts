/** The part of the lock file that some workspaces need, so that an image holds nothing else and one service's new library rebuilds that service alone. */

export interface LockEntry {
  name?: string; version?: string; resolved?: string; link?: boolean; workspaces?: string[];
  dependencies?: Record<string, string>; devDependencies?: Record<string, string>; optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>; peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  [more: string]: unknown;
}
export interface LockFile { lockfileVersion: number; packages: Record<string, LockEntry>; [more: string]: unknown }
export interface Manifest { name: string; version: string; private: true; type?: 'module'; dependencies?: Record<string, string>; optionalDependencies?: Record<string, string>; workspaces?: string[] }
export interface Pruned { lock: LockFile; root: Manifest; workspaces: Record<string, Manifest> }

/** Where Node finds `name` when asked from the folder `from`: the nearest node_modules upwards. */
function locate(packages: LockFile['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (!folder.endsWith('node_modules') && packages[place] !== undefined) return place;
    if (folder === '') return undefined;
  }
}

/** Names a package cannot do without, and names it may. */
function needsOf(entry: LockEntry): { must: string[]; may: string[] } {
  const optionalPeer = (name: string): boolean => entry.peerDependenciesMeta?.[name]?.optional === true;
  const optional = Object.keys(entry.optionalDependencies ?? {});
  const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !optionalPeer(name));
  return { must: [...Object.keys(entry.dependencies ?? {}).filter((name) => !optional.includes(name)), ...peers], may: optional };
}

/** Every place of the lock file that is reached from these; development dependencies are not followed. */
function reach({ packages }: LockFile, starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const entry = packages[place];
    if (entry === undefined) throw new Error(`the lock file holds no ${place}`);
    if (reached.has(place)) continue;
    reached.add(place);
    if (entry.link === true) {
      waiting.push(entry.resolved ?? '');
      continue;
    }
    const { must, may } = needsOf(entry);
    for (const name of [...must, ...may]) {
      const found = locate(packages, place, name);
      if (found !== undefined) waiting.push(found);
      else if (must.includes(name)) throw new Error(`the lock file holds no ${name}, which ${place} needs`);
    }
  }
  return reached;
}

const isWorkspace = (place: string): boolean => place !== '' && !place.includes('node_modules/');
const withoutDevelopment = ({ devDependencies: _, ...entry }: LockEntry): LockEntry => entry;
const manifestOf = ({ name = '', version = '0.0.0', dependencies, optionalDependencies }: LockEntry): Manifest =>
  ({ name, version, private: true, ...(dependencies && { dependencies }), ...(optionalDependencies && { optionalDependencies }) });

/** What `folders` need to run, with `libraries` beside them; versions stay those of the lock file. Pure. */
export function pruneLock(lock: LockFile, folders: readonly string[], libraries: readonly string[] = []): Pruned {
  const reached = reach(lock, [...folders, ...libraries.map((name) => `node_modules/${name}`)]);
  const workspaces = [...reached].filter(isWorkspace).sort();
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (entry.link === true && workspaces.includes(entry.resolved ?? '')) reached.add(place);
  }
  const { name = 'root', version = '0.0.0' } = lock.packages[''] ?? {};
  const dependencies = Object.fromEntries(libraries.map((library) => [library, lock.packages[`node_modules/${library}`]?.version ?? '']));
  const root: Manifest = { name, version, private: true, type: 'module', workspaces, ...(libraries.length > 0 && { dependencies }) };
  const { private: _, type: _type, ...rootEntry } = root;
  const kept = Object.entries(lock.packages).filter(([place]) => reached.has(place))
    .map(([place, entry]) => [place, isWorkspace(place) ? withoutDevelopment(entry) : entry] as const);
  return {
    lock: { ...lock, packages: { '': rootEntry, ...Object.fromEntries(kept) } }, root,
    workspaces: Object.fromEntries(workspaces.map((place) => [place, manifestOf(lock.packages[place] ?? {})])),
  };
}
