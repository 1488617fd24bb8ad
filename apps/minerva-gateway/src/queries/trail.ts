import type { QueryTrace } from '@dataos/contracts-minerva';
import type { PreparedEvent } from '@dataos/kit';
import type { QueryRow } from './query.entity.js';

/** How what is known of a query becomes events and lasts. */
export interface Book {
  started(row: QueryRow): PreparedEvent;
  finished(row: QueryRow): PreparedEvent;
  /** Puts what came from where on the record, where somebody wants to know. */
  traced(row: QueryRow, trace: QueryTracing): PreparedEvent[];
  /** Writes what `trail` holds now; resolves when it is safe. */
  write(trail: Trail): Promise<void>;
}

/** How to find out what came from where, when a query is over: it costs more than a short query should. */
export interface QueryTracing { readonly writes?: boolean; readonly make: () => QueryTrace }

/** What is written at once: the record as it stands, and the events that tell of it. */
export interface Entry { readonly row: QueryRow; readonly events: readonly PreparedEvent[] }

/** From so long on a query that runs is put on record beside its run. */
const LONG_MS = 15;

/**
 * The audit record of one query while it lives. It is kept in memory and written whole, so that a short query costs one write: at
 * its end. Nothing may leave the gateway about a query before `written` has resolved: neither that it was accepted nor any row.
 */
export class Trail {
  private events: PreparedEvent[] = [];
  private dirty = true;
  private begun = false;
  private over = false;
  private tracing: QueryTracing | undefined;
  private timer: NodeJS.Timeout | undefined;
  private latest: Promise<void> = Promise.resolve();

  constructor(private readonly row: QueryRow, private readonly book: Book) {}

  /** What policy said, before anything is made of it: a refused query keeps its decision. */
  note(facts: Partial<QueryRow>): void {
    Object.assign(this.row, facts);
    this.dirty = true;
  }

  traces(tracing: QueryTracing): void {
    this.tracing = tracing;
  }

  /** The query was decided and rewritten, and is given to an engine now. */
  run(facts: Partial<QueryRow>): void {
    this.note({ ...facts, state: 'RUNNING', startedAt: new Date() });
    this.events.push(this.book.started(this.row));
    // Who waits for the end of a longer query sees that it runs; should this fail, so does the write everybody waits for.
    if (this.begun) this.writeAhead();
  }

  /** What runs now reads data: should that take long, its first rows do not wait for the record. */
  reading(): void {
    this.timer = setTimeout(() => this.writeAhead(), LONG_MS);
  }

  /** The query is over; a second end changes nothing. One that could not be written is none. */
  async end(facts: Pick<QueryRow, 'state'> & Partial<QueryRow>): Promise<void> {
    if (this.over) return this.written();
    this.over = true;
    const { tracing } = this;
    this.note({ ...facts, finishedAt: new Date() });
    const finished = [this.book.finished(this.row), ...(tracing === undefined ? [] : this.book.traced(this.row, tracing))];
    this.events.push(...finished);
    try {
      await this.written();
      // The tree of a query is not kept for as long as its client may still ask for pages.
      this.tracing = undefined;
    } catch (error) {
      this.over = false;
      this.events = this.events.filter((event) => !finished.includes(event));
      throw error;
    }
  }

  /** Resolves when all that was noted so far is safe. */
  written(): Promise<void> {
    clearTimeout(this.timer);
    if (this.dirty) {
      this.begun = true;
      this.latest = this.book.write(this);
    }
    return this.latest;
  }

  private writeAhead(): void {
    this.written().catch(() => undefined);
  }

  /** What is to be written now, for the book. */
  take(): Entry {
    const entry = { row: { ...this.row }, events: this.events };
    this.events = [];
    this.dirty = false;
    return entry;
  }

  /** It could not be written: the next write tries it again, with the same events. */
  giveBack({ events }: Entry): void {
    this.events = [...events, ...this.events];
    this.dirty = true;
  }
}
