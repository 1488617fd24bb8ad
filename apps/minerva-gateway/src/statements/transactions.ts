import { randomUUID } from 'node:crypto';
import { TrinoFailure } from '../sql/failure.js';
import type { Isolation } from './command.js';

/** A transaction while its client may go on with it. */
export interface Transaction {
  readonly id: string;
  /** Who sent it, and as whom it runs: nobody else, and as nobody else. */
  readonly owner: string;
  readonly user: string;
  readonly isolation: Isolation;
  readonly readOnly: boolean;
  readonly createdAt: Date;
  /** The cluster of its first query that read data; all others go there. */
  cluster?: string;
  /** What that cluster calls it. */
  remote?: Promise<string>;
  /** A statement of it failed: it can only be rolled back. */
  failed: boolean;
  /** Statements of it that run. */
  active: number;
  lastUsed: number;
}

type Wanted = Pick<Transaction, 'owner' | 'user' | 'isolation' | 'readOnly'>;

/** So many one user may have open; a client that forgets to end them is told. */
const PER_OWNER = 100;

/** The transactions of this process. Of somebody else's is told as little as of one that never was. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  begin(wanted: Wanted): Transaction {
    if ([...this.open.values()].filter(({ owner }) => owner === wanted.owner).length >= PER_OWNER) throw new TrinoFailure('GENERIC_INSUFFICIENT_RESOURCES', `${PER_OWNER} transactions of yours are open; commit or roll back some of them`);
    const { owner, user, isolation, readOnly } = wanted;
    const transaction = { owner, user, isolation, readOnly, id: randomUUID(), createdAt: new Date(), failed: false, active: 0, lastUsed: this.now() };
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  find(id: string, { owner, user }: Pick<Transaction, 'owner' | 'user'>): Transaction | undefined {
    const found = this.open.get(id);
    return found?.owner === owner && found.user === user ? found : undefined;
  }

  /** Those that a user has open by a key of their own, as `system.runtime.transactions` shows them. */
  of(user: string): Record<string, string | number | boolean | null>[] {
    return [...this.open.values()].filter((one) => one.owner === user && one.user === user).map(({ id, isolation, readOnly, createdAt, lastUsed, active, cluster }) => ({
      transaction_id: id, isolation_level: isolation, read_only: readOnly, auto_commit_context: false, create_time: createdAt.toISOString(),
      idle_time_secs: active > 0 ? 0 : Math.floor((this.now() - lastUsed) / 1_000), written_catalog: null, catalogs: cluster === undefined ? '[]' : `[${cluster}]`,
    }));
  }

  /** Does a statement of a transaction; one that fails spoils it. */
  async within<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
    if (transaction.failed) throw aborted();
    transaction.active += 1;
    try {
      return await work();
    } catch (error) {
      transaction.failed = true;
      throw error;
    } finally {
      transaction.active -= 1;
      transaction.lastUsed = this.now();
    }
  }

  end(transaction: Transaction): void {
    this.open.delete(transaction.id);
  }

  /** Ends those that nobody has used for so long, and tells which. */
  expire(idleMs: number): Transaction[] {
    const idle = [...this.open.values()].filter(({ active, lastUsed }) => active === 0 && this.now() - lastUsed > idleMs);
    for (const transaction of idle) this.end(transaction);
    return idle;
  }
}

/** Tells a client that it is in no transaction any more. */
export const CLEAR = { 'x-trino-clear-transaction-id': 'true' };
export const aborted = (clear = false): TrinoFailure => new TrinoFailure('TRANSACTION_ALREADY_ABORTED', 'Current transaction is aborted, commands ignored until end of transaction block', clear ? { headers: CLEAR } : {});
export const unknown = (id: string, clear = false): TrinoFailure => new TrinoFailure('UNKNOWN_TRANSACTION', `Unknown transaction ID: ${id}. Possibly expired? Commands ignored until end of transaction block`, clear ? { headers: CLEAR } : {});
