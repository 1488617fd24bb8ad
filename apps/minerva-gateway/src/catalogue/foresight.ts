import { isDeepStrictEqual } from 'node:util';
import type { DataDecision } from '@dataos/contracts-heimdall';
import type { KnownTable } from './catalogue.service.js';
import { askedOf, isAllowed } from './decisions.service.js';

const MOST = 500;

/** A decision asked for before it is known what it has to be about. */
export interface Ahead { readonly tables: readonly KnownTable[]; readonly answer: Promise<DataDecision> }

/**
 * Asks for a decision while the catalog is still asked what the tables are, with what the catalog said the last time. The answer counts only
 * if it says the same again, to the last tag: nothing is decided by what was remembered. It saves one peer's answer in nearly every query.
 */
export class Foresight {
  private readonly lately = new Map<string, readonly KnownTable[]>();

  constructor(private readonly most = MOST) {}

  /** Asks, if this key was asked about before: for whom, and the names in a query. */
  begin(key: readonly string[], decide: (tables: readonly KnownTable[]) => Promise<DataDecision>): Ahead | undefined {
    const tables = this.lately.get(JSON.stringify(key));
    if (tables === undefined) return undefined;
    const answer = decide(tables);
    // It may never be waited for.
    answer.catch(() => undefined);
    return { tables, answer };
  }

  /** The answer that was asked for ahead, if it is about exactly `tables`; they are what is expected of `asked` the next time. */
  answerFor(asked: readonly string[], tables: readonly KnownTable[], ahead: Ahead | undefined): Promise<DataDecision> | undefined {
    const key = JSON.stringify(asked);
    this.lately.delete(key);
    if (tables.length > 0) this.lately.set(key, tables);
    if (this.lately.size > this.most) this.lately.delete(this.lately.keys().next().value as string);
    return ahead !== undefined && isDeepStrictEqual(askedOf(tables), askedOf(ahead.tables)) ? ahead.answer : undefined;
  }
}

/** Whether these, as they are now, are among those that were all allowed when they were asked about ahead. Each table is decided by itself. */
export async function isForeseen(known: readonly KnownTable[], ahead: Ahead | undefined): Promise<boolean> {
  if (ahead === undefined || !known.every((table) => ahead.tables.some((other) => isDeepStrictEqual(askedOf([table]), askedOf([other]))))) return false;
  const answer = await ahead.answer.catch(() => undefined);
  return answer !== undefined && isAllowed(answer, ahead.tables);
}
