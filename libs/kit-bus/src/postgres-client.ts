import { Client, type ClientConfig } from 'pg';

/** A statement sent so often is worth a plan that the database keeps for this connection, and so many are kept at most. */
const OFTEN = 5;
const MOST = 100;
/** Texts counted before the count starts anew: some are made of lists and never come again. */
const MOST_COUNTED = 1_000;

type Send = (query: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A client whose connection may be lost at any moment without ending the process: Node throws an `error` event nobody listens
 * to, and pools (pg-pool's and TypeORM's) do not listen while they hand a client over or take it back. Whoever uses
 * the client still gets the failure as a rejected query.
 *
 * What it is asked again and again the database plans once, as JDBC's driver has it done: planning takes most of the time of a short statement.
 */
export class PostgresClient extends Client {
  private readonly counts = new Map<string, number>();
  private readonly names = new Map<string, string>();

  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const send = this.query.bind(this) as Send;
    const keeping: Send = (query, values, callback) => {
      const name = typeof query === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(query) : undefined;
      return name === undefined ? send(query, values, callback) : send({ name, text: query, values }, callback);
    };
    this.query = keeping as Client['query'];
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size === MOST) return known;
    const count = (this.counts.get(text) ?? 0) + 1;
    if (this.counts.size === MOST_COUNTED) this.counts.clear();
    this.counts.set(text, count);
    if (count < OFTEN || !isStable(text)) return undefined;
    const name = `kept-${this.names.size + 1}`;
    this.names.set(text, name);
    return name;
  }
}

/** A kept statement fails when the columns it gives become others, as those of a star do when a table gains one; a write gives none. */
const isStable = (text: string): boolean => !/[\s.]\*/.test(text) || (/\b(?:insert into|update|delete from)\b/i.test(text) && !/\breturning\b/i.test(text));
