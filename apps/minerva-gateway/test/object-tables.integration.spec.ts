import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DatasetObjects } from '@dataos/contracts-depot';
import { startTestStore, type TestStore } from '@dataos/testkit';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CacheFull } from '../src/objects/cache-folder.js';
import { download } from '../src/objects/download.js';
import { Held } from '../src/objects/held.js';
import { type ObjectPlace, ObjectTables } from '../src/objects/object-tables.service.js';
import { TrinoFailure } from '../src/sql/failure.js';

type Listed = DatasetObjects['objects'];
const never = new AbortController().signal;

describe(`tables in an object store, at ${process.env['DATAOS_TEST_S3'] === undefined ? 'the minimal store of these tests' : 'the store that DATAOS_TEST_S3 names'}`, () => {
  let store: TestStore;
  let root: string;
  let tables: ObjectTables;
  /** What the depot service lists, time after time. */
  let listings: (() => Promise<Listed>)[];
  let lines: string[];
  const place = (change: Partial<ObjectPlace['store']> = {}): ObjectPlace => ({
    kind: 'objects', depot: 'lake', collection: 'air', dataset: 'flights',
    store: { endpoint: store.endpoint, bucket: store.bucket, prefix: '', region: 'us-east-1', accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey, ...change },
  });
  const make = (size: string): ObjectTables => new ObjectTables(
    { listObjects: async () => ({ address: 'dataos://lake:air/flights', format: 'csv', objects: await ((listings.length > 1 ? listings.shift() : listings[0]) as () => Promise<Listed>)() }) } as never,
    { DATA_DIR: root, OBJECT_CACHE_SIZE: size } as never, { info: (...parts: unknown[]) => lines.push(JSON.stringify(parts)) } as never,
  );
  const read = async (held = new Held(never), from = place()): Promise<string> => {
    const source = await tables.source(from, held);
    return (await Promise.all(('files' in source ? source.files : []).map((file) => readFile(file, 'utf8')))).join('|');
  };
  const failure = async (from = place()): Promise<TrinoFailure> => {
    const held = new Held(never);
    const error: unknown = await read(held, from).catch((caught: unknown) => caught);
    held.release();
    if (!(error instanceof TrinoFailure)) throw new Error(`expected a failure that a user is told, not ${String(error)}`);
    for (const text of [error.message, error.options.detail ?? '']) for (const value of [store.accessKeyId, store.secretAccessKey, 'hunter2', 'Signature']) expect(text.replaceAll('SignatureDoesNotMatch', '')).not.toContain(value);
    return error;
  };
  const gets = (): number => store.requests.filter((request) => request.startsWith('GET')).length;

  beforeAll(async () => {
    store = await startTestStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    store.instead = undefined;
    root = await mkdtemp(path.join(tmpdir(), 'tables-'));
    lines = [];
    tables = make('1MB');
    const objects = [await store.put('a.csv', 'one'), await store.put('b.csv', 'two')];
    listings = [async () => objects];
    store.requests.length = 0;
  });
  afterEach(async () => {
    await tables.onModuleDestroy();
    await rm(root, { recursive: true });
  });

  it('are copied whole once, for eight queries at a time and for those after', async () => {
    expect(await Promise.all(Array.from({ length: 8 }, () => read()))).toEqual(Array.from({ length: 8 }, () => 'one|two'));
    expect(await read()).toBe('one|two');
    expect(gets()).toBe(2);
    expect(lines.join()).not.toMatch(new RegExp(store.accessKeyId));
  });

  it('are fetched anew when their version changed, and the query before keeps its own', async () => {
    const held = new Held(never);
    const before = await tables.source(place(), held);
    const objects = [await store.put('a.csv', 'ONE'), await store.put('b.csv', 'TWO')];
    listings = [async () => objects];
    expect(await read()).toBe('ONE|TWO');
    expect((await Promise.all(('files' in before ? before.files : []).map((file) => readFile(file, 'utf8')))).join('|')).toBe('one|two');
    held.release();
  });

  it('are never of two versions: what changes between listing and reading is listed again', async () => {
    const [old = [], current] = [await listings[0]?.(), [await store.put('a.csv', 'ONE'), await store.put('b.csv', 'TWO')]];
    listings = [async () => [old[0] as Listed[number], current[1] as Listed[number]], async () => current];
    expect(await read()).toBe('ONE|TWO');
  });

  it('of which an object vanished for good are refused, with nothing kept in use', async () => {
    await store.remove('b.csv');
    expect(await failure()).toMatchObject({ errorName: 'GENERIC_EXTERNAL', message: 'The objects of lake.air.flights change while they are read; run the query again' });
    const [own] = await readdir(path.join(root, 'objects/use'));
    for (let tries = 0; tries < 50 && (await readdir(path.join(root, 'objects/use', own ?? ''))).length > 0; tries += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(await readdir(path.join(root, 'objects/use', own ?? ''))).toEqual([]);
  });

  it('are not answered from a copy that another key fetched', async () => {
    expect(await read()).toBe('one|two');
    expect(await failure(place({ secretAccessKey: 'hunter2hunter2' }))).toMatchObject({ errorName: 'GENERIC_EXTERNAL', message: expect.stringContaining('depot lake refuses its key') });
  });

  it('tell a bucket that is not there from a store that is away', async () => {
    expect(await failure(place({ bucket: 'no-such-bucket-here' }))).toMatchObject({ message: expect.stringContaining('bucket of the depot lake does not exist') });
    expect(await failure(place({ endpoint: 'http://127.0.0.1:9' }))).toMatchObject({ message: expect.stringContaining('depot lake does not answer') });
  });

  it('larger than all copies may be are refused before anything is fetched', async () => {
    listings = [async () => [{ key: 'a.csv', size: 2_000_000, etag: 'x' }]];
    expect(await failure()).toMatchObject({ errorName: 'GENERIC_INSUFFICIENT_RESOURCES', message: 'The objects of lake.air.flights are 2000000 bytes, but the copies of objects may take 1 MB (OBJECT_CACHE_SIZE)' });
    expect(gets()).toBe(0);
  });

  it('for which the disk has no room are refused as such, not as a fault of the store', async () => {
    const [object] = await listings[0]?.() ?? [];
    const full = { write: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) };
    await expect(download(place().store, object as Listed[number], full as never, never)).rejects.toThrow(CacheFull);
  });

  it('are not read through a redirect, whose host hears nothing', async () => {
    const other = await startTestStore();
    const heard = other.requests.length;
    store.instead = (request, response) => {
      response.writeHead(307, { location: `${other.endpoint}${request.url}` }).end();
      return true;
    };
    expect(await failure()).toMatchObject({ message: expect.stringContaining('served elsewhere') });
    expect(other.requests).toHaveLength(heard);
    await other.close();
  });

  it('cut off in the middle, or of another version than asked for, are no answer', async () => {
    store.instead = (_request, response) => {
      response.writeHead(200, { etag: '"0"', 'content-length': '3' }).end('ONE');
      return true;
    };
    expect(await failure()).toMatchObject({ message: expect.stringContaining('change while they are read') });
    store.instead = (_request, response) => {
      response.writeHead(200, { 'content-length': '3', etag: '"x"' }).write('O');
      setTimeout(() => response.destroy(), 10);
      return true;
    };
    listings = [async () => [{ key: 'a.csv', size: 3, etag: 'x' }]];
    expect(await failure()).toMatchObject({ message: expect.stringContaining('depot lake does not answer') });
    expect(await readdir(path.join(root, 'objects/objects'))).toEqual([]);
  });

  it('come whole from a store that closes the connection while they are still being written', async () => {
    tables = make('100MB');
    const body = Buffer.alloc(32_000_000, 'x');
    store.instead = (request, response) => {
      response.writeHead(200, { 'content-length': String(body.length), connection: 'close', etag: request.headers['if-match'] }).end(body);
      return true;
    };
    listings = [async () => Array.from({ length: 3 }, (_, index) => ({ key: `${index}.csv`, size: body.length, etag: 'x' }))];
    expect((await read()).length).toBe(3 * body.length + 2);
  });

  it('stop being fetched when their query is canceled', async () => {
    const controller = new AbortController();
    let [begun, closed] = [0, 0];
    const until = async (reached: () => boolean): Promise<void> => {
      for (let tries = 0; tries < 500 && !reached(); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 20); });
    };
    store.instead = (request, response) => {
      begun += 1;
      response.writeHead(200, { 'content-length': '3', etag: request.headers['if-match'] }).write('o');
      response.on('close', () => (closed += 1));
      return true;
    };
    const reading = read(new Held(controller.signal)).catch((error: unknown) => (error as Error).message);
    await until(() => begun === 2);
    controller.abort(new Error('canceled'));
    expect(await reading).toBe('canceled');
    await until(() => closed === 2);
    expect([begun, closed]).toEqual([2, 2]);
  }, 30_000);
});
