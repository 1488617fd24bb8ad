import { Injectable } from '@nestjs/common';
import type { TrinoFailure } from '../sql/failure.js';
import type { LiveQuery } from './live-query.js';

/** What is known of a query to those who ask about it and not for its rows. */
export type KnownQuery = Pick<LiveQuery, 'id' | 'owner' | 'user' | 'state' | 'rows' | 'startedAt' | 'isOver'>;

/** A query that is over stays known for a moment, for clients that retry its last page or ask how it went. */
const KEPT_MS = 60_000;

/** The queries of this process while their clients may still ask for them. */
@Injectable()
export class LiveQueries {
  private readonly queries = new Map<string, LiveQuery>();
  private readonly ended = new Map<string, KnownQuery & { readonly until: number }>();

  add(query: LiveQuery): void {
    this.queries.set(query.id, query);
  }

  get(id: string): LiveQuery | undefined {
    return this.queries.get(id);
  }

  /** The query `id`, though its pages may be gone already. */
  known(id: string): KnownQuery | undefined {
    return this.queries.get(id) ?? this.ended.get(id);
  }

  /** Nobody can ask for a page of this query: hundreds a second would fill the memory with what it took to run them. */
  release({ id, owner, user, state, rows, startedAt, isOver }: LiveQuery): void {
    this.queries.delete(id);
    this.ended.set(id, { id, owner, user, state, rows, startedAt, isOver, until: Date.now() + KEPT_MS });
  }

  /** Ends a query that still runs; of any other there is nothing to end. */
  stop(id: string, reason: TrinoFailure): void {
    this.queries.get(id)?.abort.abort(reason);
  }

  forget(id: string): void {
    this.queries.delete(id);
  }

  all(): Iterable<LiveQuery> {
    return this.queries.values();
  }

  /** Forgets what has been over for long. */
  sweep(now = Date.now()): void {
    for (const query of this.queries.values()) if (query.isOver && now - query.lastSeen > KEPT_MS) this.queries.delete(query.id);
    // They ended in this order.
    for (const { id, until } of this.ended.values()) {
      if (until > now) return;
      this.ended.delete(id);
    }
  }
}
