import { CONFIG, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { partsOf } from '../catalogue/address.js';
import { ClustersService } from '../clusters/clusters.service.js';
import type { Turn } from '../clusters/turnstile.js';
import type { MinervaConfig } from '../config.js';
import type { TrinoEngine } from '../engine/trino.engine.js';
import { TrinoFailure } from '../sql/failure.js';
import { type Answer, update } from './answer.js';
import type { Bracket } from './command.js';
import { inTrinosWords } from './engine-failure.js';
import type { LiveQuery } from './live-query.js';
import type { Decided } from './planner.service.js';
import type { Submission } from './submission.js';
import { aborted, CLEAR, type Transaction, Transactions, unknown } from './transactions.js';
import type { Target } from './writing.js';

type Cluster = ReturnType<ClustersService['select']>;
const SWEEP_MS = 1_000;

/** Where a query runs: where its transaction runs, or where its user and tables lead it, as soon as the limits there let it in. */
@Injectable()
export class Placement implements OnModuleDestroy {
  private readonly sweeper: NodeJS.Timeout;

  constructor(private readonly clusters: ClustersService, private readonly transactions: Transactions, @Inject(CONFIG) config: MinervaConfig, @Inject(LOGGER) private readonly logger: Logger) {
    this.sweeper = setInterval(() => this.rollBack(this.transactions.expire(config.TRANSACTION_IDLE_SECONDS * 1_000)), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeper);
    this.rollBack(this.transactions.expire(-1));
  }

  /** The cluster of a query; `named` where it is chosen already. */
  of({ known, metadata }: Decided, submission: Submission, target: Target | undefined, named = submission.session.cluster): Cluster {
    const { transaction } = submission;
    const wish = {
      ...asker(submission), catalogs: [...new Set([...known, ...(target === undefined ? [] : [target])].map(({ name }) => partsOf(name).depot))],
      embedded: target !== undefined || metadata.length > 0 || known.length === 0 || known.some(({ relation }) => relation?.kind === 'view'),
    };
    const wanted = named === undefined ? wish : { ...wish, named };
    // What the gateway answers from what it knows itself is part of no transaction of a cluster.
    return transaction === undefined || known.length === 0 ? this.clusters.select(wanted) : this.kept(transaction, wish, named);
  }

  /** The right to run there: at once, or later. */
  enter({ name }: Cluster, { known }: Decided, submission: Submission, target: Target | undefined, { abort: { signal } }: LiveQuery): Turn | Promise<Turn> | undefined {
    return this.clusters.enter(name, { ...asker(submission), light: known.length === 0 && target === undefined, signal });
  }

  /** Does a statement as part of the transaction its client says it is in. */
  within<T>(live: LiveQuery, submission: Submission, work: (submission: Submission) => Promise<T>): Promise<T> {
    const { session: { transaction: id } } = submission;
    if (id === undefined || id === 'NONE') return work(submission);
    const transaction = this.transactions.find(id, live);
    if (transaction === undefined) throw unknown(id);
    return this.transactions.within(transaction, () => work({ ...submission, transaction }));
  }

  /** Begins or ends a transaction. */
  async answer(command: Bracket, live: LiveQuery, submission: Submission): Promise<Answer> {
    const { transaction: id } = submission.session;
    if (command.kind === 'start-transaction') return this.begin(command, live, id);
    if (id === undefined || id === 'NONE') throw new TrinoFailure('NOT_IN_TRANSACTION', 'No transaction in progress');
    const transaction = this.transactions.find(id, live);
    const done = update(command.kind.toUpperCase(), CLEAR);
    if (transaction === undefined) {
      // What is gone was rolled back; that it was committed nobody may believe.
      if (command.kind === 'rollback') return done;
      throw unknown(id, true);
    }
    this.transactions.end(transaction);
    if (command.kind === 'rollback' || transaction.failed) await this.tell(transaction, 'ROLLBACK');
    else await this.tell(transaction, 'COMMIT');
    if (command.kind === 'commit' && transaction.failed) throw aborted(true);
    return done;
  }

  /** What the cluster calls the transaction of a query, which begins there with the first one that reads there. */
  async remote({ transaction }: Submission, engine: TrinoEngine): Promise<string | undefined> {
    if (transaction === undefined) return undefined;
    const { id, user, isolation, readOnly } = transaction;
    transaction.remote ??= engine.begin({ id, user, sql: `START TRANSACTION ISOLATION LEVEL ${isolation}, READ ${readOnly ? 'ONLY' : 'WRITE'}` });
    try {
      return await transaction.remote;
    } catch (error) {
      throw inTrinosWords(error);
    }
  }

  /** Nothing that changes something can be taken back here, so none of it is part of a transaction. */
  assertWritable({ transaction }: Submission): void {
    if (transaction?.readOnly === true) throw new TrinoFailure('READ_ONLY_VIOLATION', 'Cannot execute write in a read-only transaction');
    if (transaction !== undefined) throw new TrinoFailure('AUTOCOMMIT_WRITE_CONFLICT', 'What is written through this gateway cannot be rolled back: it only supports writes using autocommit');
  }

  private begin({ isolation, readOnly }: Extract<Bracket, { kind: 'start-transaction' }>, { owner, user }: LiveQuery, id: string | undefined): Answer {
    if (id === undefined) throw new TrinoFailure('INCOMPATIBLE_CLIENT', 'Client does not support transactions');
    if (id !== 'NONE') throw new TrinoFailure('NOT_SUPPORTED', 'Nested transactions not supported');
    return update('START TRANSACTION', { 'x-trino-started-transaction-id': this.transactions.begin({ owner, user, isolation, readOnly }).id });
  }

  private kept(transaction: Transaction, wish: Parameters<ClustersService['select']>[0], named: string | undefined): Cluster {
    const { cluster, isolation } = transaction;
    if (cluster !== undefined && named !== undefined && named !== cluster) throw new TrinoFailure('QUERY_REJECTED', `The transaction keeps to the cluster ${cluster}; its queries cannot run on ${named}`);
    const only = cluster ?? named;
    const found = told(cluster, () => this.clusters.select(only === undefined ? wish : { ...wish, named: only }));
    if (found.engine.kind === 'duckdb' && (isolation === 'REPEATABLE READ' || isolation === 'SERIALIZABLE')) {
      throw new TrinoFailure('UNSUPPORTED_ISOLATION_LEVEL', `Each query on the embedded engine reads what is there when it begins: the cluster ${found.name} supports READ COMMITTED, not ${isolation}`);
    }
    transaction.cluster = found.name;
    return found;
  }

  private rollBack(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) this.tell(transaction, 'ROLLBACK').catch((error: unknown) => this.logger.warn({ err: error, cluster: transaction.cluster }, 'a transaction was left to its cluster'));
  }

  private async tell({ id, user, cluster, remote }: Transaction, sql: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (cluster === undefined || remote === undefined) return;
    // One that never began, or whose cluster is gone, is rolled back; that is not what a commit may say.
    const begun = await remote.catch(() => undefined);
    const engine = begun === undefined ? undefined : this.clusters.engineOf(cluster);
    if (begun === undefined || engine?.kind !== 'trino') {
      if (sql === 'ROLLBACK') return;
      throw unknown(id, true);
    }
    try {
      await engine.say({ id, user, sql, transaction: begun });
    } catch (error) {
      if (sql === 'ROLLBACK') return this.logger.warn({ err: error, cluster }, 'a cluster did not roll back a transaction');
      const failure = inTrinosWords(error);
      throw failure instanceof TrinoFailure ? new TrinoFailure(failure.errorName, failure.message, { ...failure.options, headers: CLEAR }) : failure;
    }
  }
}

function told(cluster: string | undefined, select: () => Cluster): Cluster {
  try {
    return select();
  } catch (error) {
    throw cluster !== undefined && error instanceof TrinoFailure ? new TrinoFailure(error.errorName, `The transaction keeps to the cluster ${cluster}: ${error.message}`) : error;
  }
}

/** Whom selectors look at. */
const asker = ({ principal, session: { source } }: Submission): { principal: Submission['principal']; source?: string } => ({ principal, ...(source === undefined ? {} : { source }) });
