import { type DatasetObjects, type S3Store, type StoreRefusal, storeRefusal, unreachable } from '@dataos/contracts-depot';
import type { FileHandle } from 'node:fs/promises';
import { S3mini } from 's3mini';
import { fetch } from 'undici';
import { CacheFull } from './cache-folder.js';

export type StoredObject = DatasetObjects['objects'][number];

/** An object that could not be fetched; the message is for the audit, of the store's text it holds only its code. */
export class ObjectFailure extends Error {
  constructor(readonly kind: StoreRefusal['kind'], message: string) {
    super(message);
  }
}

/** A store that sends nothing for so long is away. */
const SILENT_MS = 30_000;
const CLOSED = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

/**
 * Writes exactly this version of an object into an empty file. The signature is the library's; no redirect is followed, for the
 * credentials are for this host alone.
 */
export async function download(store: S3Store, object: StoredObject, handle: FileHandle, signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error(`nothing came for ${SILENT_MS / 1_000} s`)), SILENT_MS);
  const client = new S3mini({
    endpoint: `${store.endpoint}/${store.bucket}`, region: store.region, accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey,
    // Not Node's own fetch, whose parser ends the process where a store closes a connection that is read slowly (undici 5360, fixed in undici 8).
    fetch: ((input: string, init?: object) => fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.any([signal, silence.signal]) })) as unknown as typeof globalThis.fetch,
  });
  const ask = (): Promise<Response> => client.getObjectRaw(object.key, true, 0, undefined, { 'if-match': `"${object.etag}"` });
  try {
    // A connection that the store closed while it was idle is no reason to fail.
    const response = await ask().catch((error: unknown) => (CLOSED.includes((error as { cause?: { code?: string } }).cause?.code ?? '') ? ask() : Promise.reject(error as Error)));
    if (client.sanitizeETag(response.headers.get('etag') ?? '') !== object.etag) throw new ObjectFailure('object', `the object ${object.key} came in another version`);
    let at = 0;
    for await (const chunk of response.body ?? []) {
      timer.refresh();
      if (at + chunk.length > object.size) throw new ObjectFailure('object', `the object ${object.key} is longer than it was listed`);
      await handle.write(chunk, 0, chunk.length, at);
      at += chunk.length;
    }
    if (at !== object.size) throw new ObjectFailure('away', `the object ${object.key} was cut off after ${at} of ${object.size} bytes`);
  } catch (error) {
    signal.throwIfAborted();
    if (['ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '')) throw new CacheFull();
    throw failureOf(error, store);
  } finally {
    clearTimeout(timer);
    // A body that nobody reads to its end gives its connection back.
    silence.abort();
  }
}

function failureOf(error: unknown, { endpoint }: S3Store): ObjectFailure {
  if (error instanceof ObjectFailure) return error;
  const { status, body } = error as { status?: number; body?: string };
  if (status === undefined) return new ObjectFailure('away', `the store ${endpoint} cannot be read: ${unreachable(error)}`);
  const refusal = storeRefusal(status, body ?? '');
  return new ObjectFailure(refusal.kind, refusal.message);
}
