import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { TrinoFailure } from '../sql/failure.js';

/** Names that are a folder of their own and nothing else. A name that begins with a dot is hidden from whoever lists tables. */
const PLAIN = /^[a-z0-9_][a-z0-9_]{0,127}$/;
const STAGE = '.stage-';
const CLAIM_MS = 60_000;
const READ_AT_ONCE = 100;
const STAGE_MS = 24 * 3_600_000;

/** Rows on their way into a table: written where no reader looks. */
export interface Staged { readonly folder: string; readonly file: string }
export interface Place { readonly root: string; readonly schema: string; readonly table: string }

/**
 * Tables as folders of Parquet files below a root that the platform owns. Each step becomes visible by one rename: a reader sees a
 * table or a part of it whole, or not at all.
 */
export async function stage({ root, schema, table }: Place): Promise<Staged> {
  const folder = await schemaFolder(root, schema);
  plain(table);
  await clean(folder);
  const stageFolder = path.join(folder, `${STAGE}${randomUUID()}`);
  await mkdir(stageFolder);
  return { folder: stageFolder, file: path.join(stageFolder, `${randomUUID()}.parquet`) };
}

export const abandon = ({ folder }: Staged): Promise<void> => rm(folder, { recursive: true, force: true });

/** Makes what was staged the table, whose name was claimed before. */
export async function publishTable(place: Place, staged: Staged): Promise<void> {
  await settle(staged);
  await rename(staged.folder, tableFolder(place));
  await sync(path.join(place.root, place.schema));
}

/**
 * Takes a name: an empty folder, which nobody lists as a table, and which a rename replaces in one step. Of two that want the same name,
 * one gets it; a claim whose gateway died is free again soon.
 */
export async function claim(place: Place): Promise<void> {
  const folder = tableFolder(place);
  try {
    await schemaFolder(place.root, place.schema);
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const [entries, { mtimeMs }] = await Promise.all([readdir(folder).catch(() => ['a file']), stat(folder)]);
    if (entries.length > 0 || Date.now() - mtimeMs < CLAIM_MS) throw exists(place);
  }
}

/** Gives a claimed name back; a table that stands there stays. */
export const unclaim = (place: Place): Promise<void> => rmdir(tableFolder(place)).catch(() => undefined);

/** Adds what was staged to a table, as it is now: nobody may put other rows in place of all at the same time. */
export async function publishPart(place: Place, staged: Staged): Promise<void> {
  await settle(staged);
  const { files } = (await filesOf(place)) ?? { files: [] };
  await putIn(place, staged, generationOf(files[0] ?? ''));
}

/**
 * Puts what was staged in place of all rows of a table, if these are still the files `before`, where it matters which they are. The rename is what every reader sees, at once:
 * files of an earlier generation are none of the table's from then on, whenever they are removed.
 */
export async function publishInstead(place: Place, staged: Staged, before?: readonly string[]): Promise<void> {
  await settle(staged);
  const { files } = (await filesOf(place)) ?? { files: [] };
  if (files.length === 0) throw notThere(place);
  if (before !== undefined && files.join('\n') !== before.toSorted().join('\n')) throw changedMeanwhile(place);
  await putIn(place, staged, generationOf(files[0] ?? '') + 1);
}

async function putIn(place: Place, staged: Staged, generation: number): Promise<void> {
  const folder = tableFolder(place);
  try {
    await rename(staged.file, path.join(folder, nameIn(generation, staged)));
  } catch (error) {
    throw isMissing(error) ? notThere(place) : error;
  }
  await sync(folder);
  await Promise.all([forget(folder), abandon(staged)]);
}

/** Removes what is of an earlier generation, also what a gateway left that died before it could. */
async function forget(folder: string): Promise<void> {
  const names = await rowsIn(folder);
  const latest = Math.max(...names.map(generationOf));
  await Promise.all(names.filter((name) => generationOf(name) < latest).map((name) => rm(path.join(folder, name), { force: true })));
}

export async function dropTable(place: Place): Promise<void> {
  const hidden = path.join(await schemaFolder(place.root, place.schema), `${STAGE}${randomUUID()}`);
  try {
    await rename(tableFolder(place), hidden);
  } catch (error) {
    throw isMissing(error) ? notThere(place) : error;
  }
  await sync(path.dirname(hidden));
  await rm(hidden, { recursive: true, force: true });
}

/** Moves a table to a name that was claimed before. */
export async function renameTable(from: Place, to: Place): Promise<void> {
  try {
    await rename(tableFolder(from), tableFolder(to));
  } catch (error) {
    throw isMissing(error) ? notThere(from) : error;
  }
  await sync(path.join(to.root, to.schema));
  await sync(path.join(from.root, from.schema));
}

export async function createSchema(root: string, schema: string): Promise<boolean> {
  plain(schema);
  await mkdir(root, { recursive: true });
  const made = await mkdir(path.join(root, schema), { recursive: true });
  await sync(root);
  return made !== undefined;
}

/** Only an empty schema goes: what is in it belongs to somebody. */
export async function dropSchema(root: string, schema: string): Promise<boolean> {
  plain(schema);
  const folder = path.join(root, schema);
  try {
    await clean(folder, 0);
    await rmdir(folder);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw new TrinoFailure('SCHEMA_NOT_EMPTY', `Cannot drop non-empty schema '${schema}'`);
    throw error;
  }
}

/** The files of a table, by absolute path; `undefined` where there is no such table. */
export async function filesOf(place: Place): Promise<{ root: string; files: string[] } | undefined> {
  try {
    const root = await realpath(place.root);
    const folder = await realpath(tableFolder(place));
    if (!folder.startsWith(root + path.sep)) return undefined;
    const names = await rowsIn(folder);
    const latest = Math.max(...names.map(generationOf));
    return { root, files: names.filter((name) => generationOf(name) === latest).map((name) => path.join(folder, name)).toSorted() };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Names of the files that hold rows. A long list may be read in several goes, between which it changed: it counts once two are the same. */
async function rowsIn(folder: string): Promise<string[]> {
  const list = async (): Promise<string[]> => (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && entry.name.endsWith('.parquet') && !entry.name.startsWith('.')).map(({ name }) => name).toSorted();
  for (let names = await list(); ;) {
    if (names.length <= READ_AT_ONCE) return names;
    const again = await list();
    if (again.join() === names.join()) return names;
    names = again;
  }
}

/** Rows that were put in place of all others are a generation of their own, told by the name of their files. */
const generationOf = (file: string): number => Number(/^g(\d{1,9})-/.exec(path.basename(file))?.[1] ?? 0);
const nameIn = (generation: number, { file }: Staged): string => (generation === 0 ? path.basename(file) : `g${generation}-${path.basename(file)}`);

/** Whether what was staged is among the rows of a table by now. */
export const isPublished = async (place: Place, file: string): Promise<boolean> => ((await filesOf(place))?.files ?? []).some((one) => one.endsWith(file));

/** Which of these files are those of a table. */
export async function ownOf(place: Place, read: readonly string[]): Promise<string[]> {
  const folder = await realpath(tableFolder(place)).catch(() => undefined);
  return read.filter((file) => path.dirname(file) === folder);
}

/** Whether there is a schema of this name. */
export const hasSchema = async (root: string, schema: string): Promise<boolean> => schemaFolder(root, schema).then(() => true, () => false);
/** Whether something of this name holds rows. */
export const hasTable = async (place: Place): Promise<boolean> => ((await filesOf(place))?.files.length ?? 0) > 0;

function tableFolder({ root, schema, table }: Place): string {
  plain(schema);
  plain(table);
  return path.join(root, schema, table);
}

async function schemaFolder(root: string, schema: string): Promise<string> {
  plain(schema);
  const folder = path.join(root, schema);
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true) throw new TrinoFailure('SCHEMA_NOT_FOUND', `Schema '${schema}' does not exist`);
  return folder;
}

/** What was answered as done is on the disk. */
async function settle({ folder, file }: Staged): Promise<void> {
  await sync(file);
  await sync(folder);
}

async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a dead gateway left half written. */
async function clean(folder: string, olderThanMs = STAGE_MS): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(STAGE)) continue;
    const made = await stat(path.join(folder, name)).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > olderThanMs) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function plain(name: string): void {
  if (!PLAIN.test(name)) throw new TrinoFailure('NOT_SUPPORTED', 'Names of schemas and tables of a managed depot may hold a-z, 0-9 and _ only');
}

export const exists = ({ schema, table }: Pick<Place, 'schema' | 'table'>): TrinoFailure => new TrinoFailure('TABLE_ALREADY_EXISTS', `Table '${schema}.${table}' already exists`);
export const changedMeanwhile = ({ schema, table }: Place): TrinoFailure => new TrinoFailure('TRANSACTION_CONFLICT', `Table '${schema}.${table}' was changed by another statement meanwhile; try again`);
const notThere = ({ schema, table }: Place): TrinoFailure => new TrinoFailure('TABLE_NOT_FOUND', `Table '${schema}.${table}' does not exist`);
const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
