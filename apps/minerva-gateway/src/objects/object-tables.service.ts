import { type Client, DomainError, NotFound } from '@dataos/contracts-core';
import type { DatasetObjects, depotApi, S3Store, StoreRefusal } from '@dataos/contracts-depot';
import { CONFIG, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import path from 'node:path';
import { DEPOT, type MinervaConfig } from '../config.js';
import { TrinoFailure } from '../sql/failure.js';
import type { Source } from '../sql/table.js';
import { CacheFull } from './cache-folder.js';
import { download, ObjectFailure, type StoredObject } from './download.js';
import type { Held } from './held.js';
import { ObjectCache } from './object-cache.js';

/** A table in an object store; `store` holds the credentials of its depot. */
export interface ObjectPlace { readonly kind: 'objects'; readonly depot: string; readonly collection: string; readonly dataset: string; readonly store: S3Store }

/** A table that changes while it is fetched is listed anew so often. */
const ATTEMPTS = 3;
const AT_ONCE = 4;
const BYTES = { MB: 1e6, GB: 1e9 };

/** What a user is told; the rest is for the audit. */
const SENTENCES: Record<StoreRefusal['kind'], (place: ObjectPlace) => string> = {
  bucket: ({ depot }) => `The bucket of the depot ${depot} does not exist; its owner corrects the bucket or the endpoint`,
  object: ({ depot, collection, dataset }) => `The objects of ${depot}.${collection}.${dataset} change while they are read; run the query again`,
  credentials: ({ depot }) => `The object store of the depot ${depot} refuses its key; its owner renews the secret of the depot`,
  place: ({ depot }) => `The bucket of the depot ${depot} is served elsewhere; its owner corrects the region and the endpoint`,
  away: ({ depot }) => `The object store of the depot ${depot} does not answer; try again later`,
};

/**
 * Tables in object stores, as files: the objects of one listing, each in the version that was listed. All objects of a table are
 * copied whole before the query runs; what is copied stays for the next query.
 */
@Injectable()
export class ObjectTables implements OnModuleDestroy {
  private readonly cache: ObjectCache;

  constructor(@Inject(DEPOT) private readonly depots: Client<typeof depotApi>, @Inject(CONFIG) config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger) {
    const [, digits = '', unit = 'MB'] = /^(\d+)(MB|GB)$/.exec(config.OBJECT_CACHE_SIZE) ?? [];
    this.cache = new ObjectCache(path.resolve(config.DATA_DIR, 'objects'), Number(digits) * BYTES[unit as keyof typeof BYTES]);
  }

  async onModuleDestroy(): Promise<void> {
    await this.cache.close();
  }

  /** The table as it is now. Its files stay until `held` lets go. */
  async source(place: ObjectPlace, held: Held): Promise<Source> {
    for (let attempt = 1; ; attempt += 1) {
      const listed = await this.list(place);
      try {
        const files = await this.fetchAll(place, listed, held);
        // A copy is named by the version it is of.
        return { kind: listed.format, root: '', files, version: files.join('\n') };
      } catch (error) {
        held.signal.throwIfAborted();
        if (error instanceof ObjectFailure && error.kind === 'object' && attempt < ATTEMPTS) continue;
        throw told(error, place, this.cache.limit);
      }
    }
  }

  private async list({ depot, collection, dataset }: ObjectPlace): Promise<DatasetObjects> {
    try {
      return await this.depots.listObjects({ params: { depot, collection, dataset } });
    } catch (error) {
      if (DomainError.is(error, NotFound)) throw new TrinoFailure('TABLE_NOT_FOUND', `Table '${depot}.${collection}.${dataset}' has no objects`);
      throw error;
    }
  }

  /** All objects or none: what was fetched is let go again where another failed. */
  private async fetchAll({ depot, collection, dataset, store }: ObjectPlace, { format, objects }: DatasetObjects, held: Held): Promise<string[]> {
    const bytes = objects.reduce((sum, { size }) => sum + size, 0);
    if (bytes > this.cache.limit) throw new CacheFull(`${bytes} bytes`);
    const started = Date.now();
    const files = new Map<StoredObject, string>();
    const releases: (() => void)[] = [];
    let fetched = 0;
    const waiting = [...objects];
    const work = async (): Promise<void> => {
      for (let object = waiting.shift(); object !== undefined; object = waiting.shift()) {
        const one = object;
        const { file, release } = await this.cache.acquire({ name: `${await this.cache.nameOf(identityOf(store, one))}.${format}`, size: one.size }, async (handle, signal) => {
          await download(store, one, handle, signal);
          fetched += one.size;
        }, held.signal);
        releases.push(release);
        files.set(one, file);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, objects.length) }, work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) {
      for (const release of releases) release();
      throw failed.reason;
    }
    for (const release of releases) held.keep(release);
    if (fetched > 0) this.logger.info({ table: `${depot}.${collection}.${dataset}`, objects: objects.length, bytes: fetched, ms: Date.now() - started }, 'objects fetched');
    return objects.map((object) => files.get(object) ?? '');
  }
}

/** One copy for each version and for each key it is read with: who may not fetch an object does not get it from others' copies. */
const identityOf = ({ endpoint, bucket, accessKeyId, secretAccessKey }: S3Store, { key, size, etag }: StoredObject): string => JSON.stringify([endpoint, bucket, accessKeyId, secretAccessKey, key, size, etag]);

function told(error: unknown, place: ObjectPlace, limit: number): unknown {
  if (error instanceof ObjectFailure) return new TrinoFailure('GENERIC_EXTERNAL', SENTENCES[error.kind](place), { detail: error.message });
  if (!(error instanceof CacheFull)) return error;
  const table = `${place.depot}.${place.collection}.${place.dataset}`;
  const holds = `the copies of objects may take ${limit / BYTES.MB} MB (OBJECT_CACHE_SIZE)`;
  return new TrinoFailure('GENERIC_INSUFFICIENT_RESOURCES', error.message === '' ? `There is no room for the objects of ${table}: ${holds}, and running queries use them or the disk is full; try again later` : `The objects of ${table} are ${error.message}, but ${holds}`);
}
