import type { FileHandle } from 'node:fs/promises';
import { CacheFolder } from './cache-folder.js';

/** Fills a new file with the bytes of an object. */
export type Fill = (handle: FileHandle, signal: AbortSignal) => Promise<void>;
interface Flight { readonly done: Promise<void>; readonly stop: AbortController; waiting: number }

/** Local copies of objects, each fetched once for all queries that want it at the time, and kept until the room is needed. */
export class ObjectCache {
  private readonly folder: CacheFolder;
  private readonly uses = new Map<string, number>();
  private readonly flights = new Map<string, Flight>();
  private ready: Promise<void> | undefined;

  constructor(root: string, readonly limit: number) {
    this.folder = new CacheFolder(root, limit);
  }

  /** The name under which a copy of what `identity` tells is kept. */
  async nameOf(identity: string): Promise<string> {
    await this.open();
    return this.folder.nameOf(identity);
  }

  /** The file of an object, which stays as it is until `release` is called. */
  async acquire({ name, size }: { name: string; size: number }, fill: Fill, signal: AbortSignal): Promise<{ file: string; release: () => void }> {
    await this.open();
    signal.throwIfAborted();
    if (!(await this.take(name))) await this.fetched(name, size, fill, signal);
    let held = true;
    const release = (): void => {
      if (held) void this.giveBack(name).catch(() => undefined);
      held = false;
    };
    return { file: this.folder.pathOf(name), release };
  }

  async close(): Promise<void> {
    for (const { stop } of this.flights.values()) stop.abort();
    await Promise.allSettled([...this.flights.values()].map(({ done }) => done));
    if (this.ready !== undefined) await this.folder.close();
  }

  private open(): Promise<void> {
    return (this.ready ??= this.folder.open().catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    }));
  }

  private take(name: string): Promise<boolean> {
    return this.folder.exclusive(async () => {
      if ((this.uses.get(name) ?? 0) === 0 && !(await this.folder.hold(name))) return false;
      this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
      return true;
    });
  }

  private giveBack(name: string): Promise<void> {
    return this.folder.exclusive(async () => {
      const left = (this.uses.get(name) ?? 1) - 1;
      if (left > 0) return void this.uses.set(name, left);
      this.uses.delete(name);
      await this.folder.letGo(name);
    });
  }

  /** Waits for the one fetch of an object; it is stopped when nobody waits for it any more. */
  private async fetched(name: string, size: number, fill: Fill, signal: AbortSignal): Promise<void> {
    const flight = this.flights.get(name) ?? this.launch(name, size, fill);
    flight.waiting += 1;
    try {
      await unless(signal, flight.done);
      if (!(await this.take(name))) throw new Error(`the copy ${name} is gone though it is held`);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (this.flights.get(name) === flight) this.flights.delete(name);
        flight.stop.abort();
        // The fetch itself held what it brought, so that nobody gave it up before those who waited took it.
        void flight.done.then(() => this.giveBack(name)).catch(() => undefined);
      }
    }
  }

  private launch(name: string, size: number, fill: Fill): Flight {
    const stop = new AbortController();
    const flight: Flight = { stop, waiting: 0, done: this.fetch(name, size, fill, stop.signal) };
    flight.done.catch(() => undefined);
    this.flights.set(name, flight);
    return flight;
  }

  private async fetch(name: string, size: number, fill: Fill, signal: AbortSignal): Promise<void> {
    const part = await this.folder.exclusive(() => this.folder.reserve(size));
    try {
      await fill(part.handle, signal);
      signal.throwIfAborted();
      await this.folder.exclusive(async () => {
        await this.folder.publish(part, name);
        if (!(await this.folder.hold(name))) throw new Error(`the copy ${name} is gone before it was read`);
        this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
      });
    } catch (error) {
      await this.folder.abandon(part);
      throw error;
    }
  }
}

async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
