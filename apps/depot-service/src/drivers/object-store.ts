import { type S3Store, storeRefusal, unreachable } from '@dataos/contracts-depot';
import { S3mini } from 's3mini';
import { fetch } from 'undici';

export interface StoredObject { readonly key: string; readonly size: number; readonly etag: string }
export interface Listing { readonly objects: readonly StoredObject[]; readonly folders: readonly string[] }

/** A store's refusal; `code` tells a refused key from everything else. */
export class StoreFailure extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

const PAGE = 1_000;
/** A folder with more entries is no collection that anybody can look through; listing it would take minutes. */
const MOST = 100_000;
/** All requests of one question together may take so many times what one may: a store that lists nothing for ever is not waited for. */
const PATIENCE = 6;

/** Lists and reads a bucket. The signature is the library's; redirects are refused, for they would take it elsewhere. */
export class ObjectStore {
  private readonly client: S3mini;

  constructor(private readonly store: S3Store, timeoutMs: number) {
    const end = AbortSignal.timeout(timeoutMs * PATIENCE);
    this.client = new S3mini({
      endpoint: `${store.endpoint}/${store.bucket}`, region: store.region, accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey,
      // Not Node's own fetch, whose parser ends the process where a store closes a connection that is read slowly (undici 5360, fixed in undici 8).
      fetch: ((input: string, init?: object) => onceMore(() => fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.any([end, AbortSignal.timeout(timeoutMs)]) }))) as unknown as typeof globalThis.fetch,
    });
  }

  /** Everything below `prefix`, or with `flat: false` what lies in it directly; the first `most` of it where that is given. */
  async list(prefix: string, { flat, most }: { flat: boolean; most?: number }): Promise<Listing> {
    const objects: StoredObject[] = [];
    const folders: string[] = [];
    for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
      const page = await this.call(() => this.client.listObjectsPaged('/', prefix, Math.min(PAGE, most ?? PAGE), token, flat ? {} : { delimiter: '/' }));
      if (page === null || page === undefined) throw new StoreFailure('NoSuchBucket', storeRefusal(404, '<Code>NoSuchBucket</Code>').message);
      for (const { Key: key, Size: size, ETag: etag } of page.objects ?? []) {
        if (key.endsWith('/')) folders.push(key);
        else objects.push({ key, size, etag: this.client.sanitizeETag(etag) });
      }
      if (objects.length + folders.length > MOST) throw new StoreFailure('TooMany', `more than ${MOST} objects lie below ${prefix === '' ? 'the bucket' : prefix}`);
      if (most !== undefined) break;
      token = page.nextContinuationToken;
    }
    return { objects, folders };
  }

  /** The bytes `[from, to)` of exactly this version of an object. */
  async bytes({ key, etag }: StoredObject, from: number, to: number): Promise<Buffer> {
    const response = await this.call(() => this.client.getObjectRaw(key, false, from, to, { 'if-match': `"${etag}"` }));
    const bytes = Buffer.from(await this.call(() => response.arrayBuffer()));
    if (bytes.length !== to - from) throw new StoreFailure('Short', `the object ${key} came with ${bytes.length} bytes instead of ${to - from}`);
    return bytes;
  }

  /** The library's errors may quote what was sent; what leaves here are our own words. */
  private async call<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof StoreFailure) throw error;
      const { status, body } = error as { status?: number; body?: string };
      if (/response shape/.test(String((error as Error).message))) throw new StoreFailure('Away', `what answers at ${this.store.endpoint} does not speak S3; correct the endpoint of the depot`);
      if (status === undefined) throw new StoreFailure('Away', `the store ${this.store.endpoint} cannot be reached: ${unreachable(error)}`);
      const refusal = storeRefusal(status, body ?? '');
      throw new StoreFailure(refusal.kind === 'credentials' ? 'CredentialsRefused' : refusal.kind, refusal.message);
    }
  }
}

/** A connection that the store closed while it was idle is no reason to fail. */
async function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes((error as { cause?: { code?: string } }).cause?.code ?? '')) return ask();
    throw error;
  }
}
