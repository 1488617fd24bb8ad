import { type AccessControl, type Caller, DependencyUnavailable, DomainError, NotFound, PolicyDenied, type Principal, refusalOf } from '@dataos/contracts-core';
import { ACCESS, CONFIG, expected, type Logger, LOGGER } from '@dataos/kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { MinervaConfig } from '../config.js';
import { Audit } from '../queries/audit.service.js';
import { TrinoFailure } from '../sql/failure.js';
import { type KnownQuery, LiveQueries } from './live-queries.js';
import { LiveQuery, type PageAnswer, type Step } from './live-query.js';
import { QueryRunner } from './query-runner.js';
import { runTimeOf, type Session } from './session.js';
import type { Submission } from './submission.js';

/** So long each answer waits for rows or the end, the first one too: who comes back sooner only adds to the work of a busy gateway. */
const WAIT_MS = 900;
const SWEEP_MS = 1_000;

/** The queries of this gateway while they are alive. */
@Injectable()
export class StatementsService implements OnModuleDestroy {
  private readonly works = new Set<Promise<void>>();
  private readonly sweeper: NodeJS.Timeout;

  constructor(
    private readonly runner: QueryRunner,
    private readonly live: LiveQueries,
    private readonly audit: Audit,
    @Inject(ACCESS) private readonly access: AccessControl,
    @Inject(CONFIG) private readonly config: MinervaConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweeper);
    for (const query of this.live.all()) query.abort.abort(new TrinoFailure('GENERIC_INTERNAL_ERROR', 'The gateway is shutting down'));
    await Promise.allSettled(this.works);
  }

  async submit(text: string, session: Session, caller: Caller): Promise<LiveQuery> {
    const { token, ...self } = caller;
    const principal = await this.principalOf(session, caller);
    const id = newId();
    const { source, catalog, schema, clientTags } = session;
    const trail = this.audit.open({
      id, user: principal.id, sql: text.slice(0, 2_000_000), clientTags: [...clientTags],
      ...(principal.id === self.id ? {} : { authenticatedAs: self.id }),
      ...(source === undefined ? {} : { source }), ...(catalog === undefined ? {} : { catalog }), ...(schema === undefined ? {} : { schema }),
    });
    const query = new LiveQuery(id, randomUUID().replaceAll('-', ''), caller.id, principal.id, trail);
    this.live.add(query);
    const work = this.work(query, { text, session, principal, subject: principal.id === self.id ? { token } : { user: principal.id } });
    this.works.add(work);
    void work.finally(() => this.works.delete(work));
    await query.ready(WAIT_MS);
    try {
      // What was accepted is on record: a short query as a whole, with its end, every other as it stands now.
      await trail.written();
    } catch (error) {
      query.abort.abort(new TrinoFailure('GENERIC_INTERNAL_ERROR', 'The gateway could not record the query'));
      this.live.forget(id);
      throw error;
    }
    return query;
  }

  find(id: string, caller: Caller, slug: string): LiveQuery {
    const query = this.live.get(id);
    const matches = query !== undefined && query.owner === caller.id && same(slug, query.slug);
    if (!matches) throw new DomainError(NotFound, `There is no query ${id}.`);
    return query;
  }

  /** The caller's query `id`, though nothing of it may be left to fetch. */
  known(id: string, caller: Caller): KnownQuery {
    const query = this.live.known(id);
    if (query?.owner !== caller.id) throw new DomainError(NotFound, `There is no query ${id}.`);
    return query;
  }

  /** Its client has the whole answer, and was told no address for another. */
  answeredAtOnce(query: LiveQuery): void {
    this.live.release(query);
  }

  page<Rendered>(query: LiveQuery, token: number, render: (step: Step) => Rendered): Promise<PageAnswer<Rendered>> {
    return query.page(token, WAIT_MS, render);
  }

  cancel({ id }: Pick<LiveQuery, 'id'>): void {
    this.live.stop(id, new TrinoFailure('USER_CANCELED', 'Query was canceled'));
  }

  /** As whom the query runs: the caller, unless it names somebody else and may act for that user. */
  private async principalOf({ user }: Session, { token, ...self }: Caller): Promise<Principal> {
    if (user === undefined || user === self.id) return self;
    const decision = await this.access.authorize({ token, principal: self, predicate: 'impersonate', paths: [`/heimdall/users/${user}`] });
    if (!decision.allow) throw new DomainError(PolicyDenied, `The key belongs to ${self.id}, which may not act for ${user}.`, refusalOf(decision));
    // Tags of the other user are unknown here; clusters select on the id. Data is decided by heimdall for that user.
    return { id: user, type: 'person', tags: [] };
  }

  private async work(query: LiveQuery, submission: Submission): Promise<void> {
    const limit = Math.min(runTimeOf(submission.session) ?? Number.POSITIVE_INFINITY, this.config.QUERY_TIMEOUT_SECONDS * 1_000);
    const timer = setTimeout(() => query.abort.abort(new TrinoFailure('EXCEEDED_TIME_LIMIT', `Query exceeded the maximum run time of ${limit / 1_000} s`)), limit);
    try {
      const { rowsRead, last } = await this.runner.run(query, submission);
      query.abort.signal.throwIfAborted();
      const step = query.count({ ...last, done: true });
      await query.trail.end({ state: 'FINISHED', rows: String(query.rows), bytes: String(query.bytes), rowsRead: String(rowsRead) });
      query.state = 'FINISHED';
      await query.offer(step);
    } catch (error) {
      await this.fail(query, query.abort.signal.aborted ? query.abort.signal.reason : error, error);
    } finally {
      clearTimeout(timer);
    }
  }

  private async fail(query: LiveQuery, error: unknown, cause: unknown): Promise<void> {
    const failure = failureOf(error);
    if (failure.errorName === 'GENERIC_INTERNAL_ERROR') this.logger.error({ err: error, query: query.id }, 'query failed');
    const detail = failure.options.detail ?? (cause instanceof Error && cause !== failure ? cause.message : undefined);
    query.state = 'FAILED';
    try {
      await query.trail.end({
        state: 'FAILED', rows: String(query.rows), bytes: String(query.bytes), ...(detail === undefined ? {} : { detail }),
        error: { code: failure.code, name: failure.errorName, type: failure.type, message: failure.message },
      });
    } catch (unwritten) {
      this.logger.error({ err: unwritten, query: query.id }, 'the end of a query could not be recorded');
    }
    await query.offer({ failure, ...(failure.options.headers === undefined ? {} : { headers: failure.options.headers }) });
  }

  private sweep(): void {
    this.live.sweep();
    for (const query of this.live.all()) {
      const idle = Date.now() - query.lastSeen;
      if (!query.isOver && idle > this.config.QUERY_ABANDONED_SECONDS * 1_000) {
        query.abort.abort(new TrinoFailure('ABANDONED_QUERY', 'Query was abandoned: its client stopped fetching results'));
      }
    }
  }
}

/** What the client is told of a failure: policy, peers and the query speak for themselves, everything else stays inside. */
function failureOf(failed: unknown): TrinoFailure {
  if (failed instanceof TrinoFailure) return failed;
  const error = DomainError.is(failed) ? failed : expected(failed);
  // Of what nobody foresaw only that our database is busy is told; its words may be anybody's.
  if (error !== failed && !DomainError.is(error, DependencyUnavailable)) return new TrinoFailure('GENERIC_INTERNAL_ERROR', 'The gateway could not finish the query', { detail: failed instanceof Error ? (failed.stack ?? failed.message) : String(failed) });
  if (error.status === 403) return new TrinoFailure('PERMISSION_DENIED', `Access Denied: ${error.detail}`);
  return new TrinoFailure(error.status < 500 || error.status === 503 ? 'GENERIC_EXTERNAL' : 'GENERIC_INTERNAL_ERROR', error.detail);
}

function newId(): string {
  const stamp = new Date().toISOString().replaceAll(/[-:]/g, '').replace('T', '_').slice(0, 15);
  return `${stamp}_${randomUUID().replaceAll('-', '').slice(0, 10)}`;
}

function same(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}
