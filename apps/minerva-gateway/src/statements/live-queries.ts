import { Injectable } from '@nestjs/common';
import type { LiveQuery } from './live-query.js';

/** The queries of this process while their clients may still ask for them. */
@Injectable()
export class LiveQueries {
  private readonly queries = new Map<string, LiveQuery>();

  add(query: LiveQuery): void {
    this.queries.set(query.id, query);
  }

  get(id: string): LiveQuery | undefined {
    return this.queries.get(id);
  }

  forget(id: string): void {
    this.queries.delete(id);
  }

  all(): LiveQuery[] {
    return [...this.queries.values()];
  }
}
