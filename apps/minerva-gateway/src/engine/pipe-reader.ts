import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { type Lease, pageBuffers } from './page-buffers.js';
import type { RunPage } from './query-engine.js';

const LINE_FEED = 10;
const COMMA = 44;
/** Bytes of a page, about. */
const PAGE = 1_000_000;
/** What a pipe gives at once at most. */
const PIECE = 65_536;
/** So long rows wait for others to fill their page. */
const FILL_MS = 100;

/**
 * The rest of a long result, read from the engine's pipe by the gateway itself: the bytes go through one process less, and the pipe
 * makes the engine wait for a slow client. Rows are one line each; pages are whole rows joined by commas.
 */
export class PipeReader {
  /** Rows read so far. */
  total = 0;
  private readonly socket: Socket;
  private page: Lease = pageBuffers.lease(PAGE + PIECE);
  private used = 0;
  private rows = 0;
  /** Where the piece of a row after the whole ones begins. */
  private tail = 0;
  private ended = false;
  private closed = false;
  private expected: number | undefined;
  private wake: () => void = () => undefined;

  /** `rest` came out of the pipe before. */
  constructor(path: string, rest: Uint8Array) {
    this.put(rest);
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    this.socket = new Socket({
      fd, readable: true, writable: false,
      // One buffer for all pieces: each of its own would be garbage at once, tens of megabytes a second.
      onread: {
        buffer: Buffer.allocUnsafe(PIECE),
        callback: (size, buffer) => {
          this.put(buffer.subarray(0, size));
          this.wake();
          // A row may be longer than a page.
          return this.rows === 0 || this.used < PAGE;
        },
      },
    });
    for (const event of ['end', 'close', 'error']) {
      this.socket.on(event, () => {
        this.ended = true;
        this.wake();
      });
    }
  }

  /** The engine is done: so many rows have gone through the pipe. */
  expect(rows: number): void {
    this.expected = rows;
    this.wake();
  }

  /** The next page, or `undefined` after the last one. Throws when the pipe ends before. */
  async next(): Promise<RunPage | undefined> {
    let patient = true;
    for (;;) {
      if (this.closed) throw new Error('the result was given up');
      const complete = this.expected !== undefined && this.total >= this.expected;
      if (this.rows > 0 && (complete || !patient || this.used >= PAGE)) return this.cut(complete);
      if (complete) return undefined;
      if (this.ended && this.expected !== undefined) throw new Error(`the result has ${this.expected} rows, but ${this.total} came out`);
      patient = await this.news(this.rows > 0);
    }
  }

  close(): void {
    this.closed = true;
    this.socket.destroy();
    this.wake();
  }

  /** Waits for bytes or the end; `false` when rows have waited long enough. */
  private news(limited: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = limited ? setTimeout(() => resolve(false), FILL_MS) : undefined;
      this.wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  private put(bytes: Uint8Array): void {
    if (this.used + bytes.length > this.page.bytes.length) this.grow((this.used + bytes.length) * 2);
    const { used } = this;
    this.page.bytes.set(bytes, used);
    this.used += bytes.length;
    const page = this.page.bytes.subarray(0, this.used);
    for (let at = page.indexOf(LINE_FEED, used); at !== -1; at = page.indexOf(LINE_FEED, at + 1)) {
      page[at] = COMMA;
      this.rows += 1;
      this.total += 1;
      this.tail = at + 1;
    }
  }

  private grow(size: number): void {
    const { page, used } = this;
    this.page = pageBuffers.lease(size);
    page.bytes.copy(this.page.bytes, 0, 0, used);
    page.release();
  }

  private cut(last: boolean): RunPage {
    const { page: { bytes, release }, used, tail, rows } = this;
    this.page = pageBuffers.lease(PAGE + PIECE);
    [this.used, this.tail, this.rows] = [0, 0, 0];
    this.put(bytes.subarray(tail, used));
    if (!this.socket.destroyed) this.socket.resume();
    return { json: bytes.subarray(0, tail - 1), rows, release, ...(last ? { last } : {}) };
  }
}
