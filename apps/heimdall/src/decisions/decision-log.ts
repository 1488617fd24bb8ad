import { DecisionDenied, type DecisionView } from '@dataos/contracts-heimdall';
import { Outbox, type PreparedEvent } from '@dataos/kit';
import { Injectable } from '@nestjs/common';
import { storable } from './storable.js';

/** Writes that may be under way at once; what is to be written meanwhile goes with the next one. */
const MOST_RUNNING = 2;
const MOST_RECORDS = 50;

/** Each parameter holds one column of all records. */
const RECORD = 'INSERT INTO decisions (id, time, subject, view, asked) SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::jsonb[])';

interface Entry {
  /** Values of the record's columns. */
  readonly row: readonly [id: string, time: string, subject: string, view: string, asked: string | null];
  readonly events: readonly PreparedEvent[];
  done(): void;
  failed(error: unknown): void;
}

/**
 * The log of decisions. Nobody is answered before the record of the answer is committed, together with the event of a
 * refusal; those who wait at the same moment are written in one statement.
 */
@Injectable()
export class DecisionLog {
  private waiting: Entry[] = [];
  private running = 0;

  constructor(private readonly outbox: Outbox) {}

  /** `asked` is what it takes to ask again; it may hold what the subject must not see, so it is never shown. */
  write(view: DecisionView, asked: object | null = null): Promise<void> {
    const { text, value } = storable(view);
    const entry = { row: [value.id, value.time, value.subject, text, asked && storable(asked).text] as const, events: value.allow ? [] : [this.denied(value)] };
    return new Promise((done, failed) => {
      this.waiting.push({ ...entry, done, failed });
      // Whoever decides in the same turn of the event loop joins.
      if (this.waiting.length === 1) setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    if (this.running >= MOST_RUNNING) return;
    this.running += 1;
    while (this.waiting.length > 0) await this.settle(this.waiting.splice(0, MOST_RECORDS));
    this.running -= 1;
  }

  private async settle(entries: readonly Entry[]): Promise<void> {
    try {
      await this.commit(entries);
      for (const { done } of entries) done();
    } catch (error) {
      // A record that the database will not take must not take the others with it; where the database is away, all fail.
      if (entries.length > 1 && isOfData(error)) for (const entry of entries) await this.settle([entry]);
      else for (const { failed } of entries) failed(error);
    }
  }

  private commit(entries: readonly Entry[]): Promise<void> {
    const columns = [0, 1, 2, 3, 4].map((column) => entries.map(({ row }) => row[column]));
    return this.outbox.appendWith(RECORD, columns, entries.flatMap(({ events }) => events));
  }

  /** Made ready while the request's trace is at hand. */
  private denied({ id, kind, objects, policies, predicate, subject }: DecisionView): PreparedEvent {
    return this.outbox.prepare(DecisionDenied, id, { id, kind, subject, predicate, objects, policies });
  }
}

/** SQLSTATE classes 22 and 23: the fault is in what was to be written. */
const isOfData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code));
