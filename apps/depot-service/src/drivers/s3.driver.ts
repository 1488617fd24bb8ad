import type { S3Store } from '@dataos/contracts-depot';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.js';
import { describeFiles } from './file.driver.js';
import { plain } from './file-tree.js';
import { ObjectStore, type StoredObject, StoreFailure } from './object-store.js';
import { collectionsIn, datasetsIn, type ObjectDataset, type ObjectFormat } from './object-tree.js';

/** So much of a CSV object is looked at; columns are guessed from its first rows in any case. */
const HEAD = 4 * 1_048_576;
/** The end of a Parquet object that is fetched first: it holds the footer of most. */
const TAIL = 65_536;
const LONGEST_FOOTER = 16 * 1_048_576;
/** Parts whose rows are counted; of a dataset with more nothing is said. */
const COUNTED_PARTS = 200;
const AT_ONCE = 8;
/** As many files as the engine looks at to guess the columns of a CSV dataset. */
const SNIFFED_PARTS = 10;

/** Reads Parquet and CSV below a folder of a bucket: of Parquet only the footers, of CSV only the first rows. */
export function s3Driver(store: S3Store, formats: readonly ObjectFormat[], timeoutMs: number): Driver & { objects(collection: string, dataset: string): Promise<ObjectDataset | undefined> } {
  const bucket = new ObjectStore(store, timeoutMs);
  const find = async (collection: string, dataset: string): Promise<ObjectDataset | undefined> => {
    if (!plain(collection) || !plain(dataset)) return undefined;
    const folder = `${store.prefix}${collection}/`;
    // An object named like the dataset, or a folder of its name: never a listing of everything else.
    const [files, parts] = await Promise.all([bucket.list(`${folder}${dataset}.`, { flat: false }), bucket.list(`${folder}${dataset}/`, { flat: false })]);
    return datasetsIn(folder, [...files.objects, ...parts.objects], formats).find(({ name }) => name === dataset);
  };
  return {
    check: async () => void (await bucket.list(store.prefix, { flat: true, most: 1 })),
    collections: async () => collectionsIn((await bucket.list(store.prefix, { flat: false })).folders),
    datasets: async (collection) => {
      if (!plain(collection)) return undefined;
      const folder = `${store.prefix}${collection}/`;
      const { objects, folders } = await bucket.list(folder, { flat: true });
      // A bucket has no empty folders, only markers that look like one.
      return objects.length + folders.length === 0 ? undefined : datasetsIn(folder, objects, formats).map(({ name }) => name);
    },
    objects: find,
    describe: async (collection, dataset) => {
      const found = await find(collection, dataset);
      return found === undefined ? undefined : describeObjects(bucket, found, { prefix: store.prefix, timeoutMs });
    },
  };
}

/** Makes files that hold what the engine reads of the objects to tell their columns and rows, and asks it. */
async function describeObjects(bucket: ObjectStore, { name, format, objects }: ObjectDataset, { prefix, timeoutMs }: { prefix: string; timeoutMs: number }): ReturnType<Driver['describe']> {
  const folder = await mkdtemp(join(tmpdir(), 'depot-s3-'));
  try {
    const wanted = objects.slice(0, format === 'csv' ? SNIFFED_PARTS : objects.length > COUNTED_PARTS ? 1 : COUNTED_PARTS);
    const files: string[] = [];
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      files.push(...await Promise.all(wanted.slice(start, start + AT_ONCE).map(async (object, index) => {
        const file = `${start + index}.${format}`;
        await (format === 'csv' ? headOf : footerOf)(bucket, object, join(folder, file));
        return file;
      })));
    }
    const { rowEstimate, ...told } = await describeFiles(folder, { name, format, files }, timeoutMs);
    const whole = wanted.length === objects.length && (format === 'parquet' || wanted.every(({ size }) => size <= HEAD));
    return { ...told, files: objects.map(({ key }) => key.slice(prefix.length)), ...(whole && rowEstimate !== undefined ? { rowEstimate } : {}) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first rows, cut behind the last whole line. */
async function headOf(bucket: ObjectStore, object: StoredObject, file: string): Promise<void> {
  const bytes = object.size === 0 ? Buffer.alloc(0) : await bucket.bytes(object, 0, Math.min(object.size, HEAD));
  await write(file, object.size <= HEAD ? bytes.length : bytes.lastIndexOf('\n') + 1, [[0, bytes]]);
}

/** A file as long as the object with nothing in it but its mark at the front and its footer, which is all that tells columns and rows. */
async function footerOf(bucket: ObjectStore, object: StoredObject, file: string): Promise<void> {
  const { key, size } = object;
  if (size < 12) throw new StoreFailure('Parquet', `the object ${key} is no Parquet file`);
  let from = Math.max(0, size - TAIL);
  let tail = await bucket.bytes(object, from, size);
  const footer = tail.readUInt32LE(tail.length - 8) + 8;
  if (tail.toString('latin1', tail.length - 4) !== 'PAR1' || footer > size || footer > LONGEST_FOOTER) throw new StoreFailure('Parquet', `the object ${key} is no Parquet file that can be read`);
  if (footer > tail.length) {
    from = size - footer;
    tail = await bucket.bytes(object, from, size);
  }
  await write(file, size, [[0, Buffer.from('PAR1')], [from, tail]]);
}

async function write(file: string, length: number, pieces: readonly (readonly [number, Buffer])[]): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.truncate(length);
    for (const [at, bytes] of pieces) await handle.write(bytes, 0, Math.min(bytes.length, length - at), at);
  } finally {
    await handle.close();
  }
}
