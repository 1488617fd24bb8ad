import type { QueueLimit } from '@dataos/contracts-minerva';
import { TrinoFailure } from '../sql/failure.js';
import { bytesOf } from './engine-size.js';
import { type Account, type Bound, delayOf, hasRoom, isIdle, keyOf, neverFits, opened, queueFull, refill, tooOften } from './limit.js';

/** A query that wants to run on a cluster. */
export interface Entrant {
  readonly user: string;
  /** Reads and writes no data: only its rate is limited. */
  readonly light: boolean;
  /** Bytes it may take; 0 when only its cluster will tell. */
  readonly memory: number;
  readonly bounds: readonly Bound[];
  readonly signal: AbortSignal;
}

/** The right to run, until `leave`. */
export interface Turn {
  /** What the query holds by now, where it was not known beforehand. */
  holds(bytes: number): void;
  leave(): void;
}

interface Waiting extends Entrant { bounds: readonly Bound[]; readonly admit: (turn: Turn) => void }

/** When there are so many, accounts that tell nothing are closed. */
const MANY_ACCOUNTS = 10_000;

/**
 * Lets queries run as far as the limits of users and groups go. Who has to wait stands in nobody's way: whenever something ends,
 * whoever fits begins, of these the user with fewest running, then who waited longest.
 */
export class Turnstile {
  private readonly accounts = new Map<string, Account>();
  private waiting: Waiting[] = [];
  private readonly running = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The turn at once where there is room, a promise of it where there will be; throws what the client is told where there is neither. */
  enter(entrant: Entrant): Turn | Promise<Turn> {
    const accounts = entrant.bounds.map((bound) => ({ bound, account: this.account(bound) }));
    const impossible = entrant.light ? undefined : entrant.bounds.find(({ limit }) => limit.memory !== undefined && entrant.memory > bytesOf(limit.memory));
    if (impossible !== undefined) throw new TrinoFailure('QUERY_REJECTED', neverFits(impossible, entrant.memory));
    const waits = !this.fits(entrant);
    const crowded = waits ? accounts.find(({ bound, account }) => !hasRoom(account, bound.limit, entrant.memory) && account.waiting >= bound.limit.queue) : undefined;
    if (crowded !== undefined) throw new TrinoFailure('QUERY_QUEUE_FULL', queueFull(crowded.bound));
    // The longest wait, or the client comes back too early.
    const [late] = accounts.map(({ bound, account }) => ({ bound, ms: delayOf(account, bound.limit) })).filter(({ ms }) => ms > 0).toSorted((a, b) => b.ms - a.ms);
    if (late !== undefined) throw new TrinoFailure('QUERY_QUEUE_FULL', tooOften(late.bound, late.ms));
    for (const { bound, account } of accounts) if (bound.limit.rate !== undefined) account.tokens -= 1;
    return waits ? this.wait(entrant) : this.begin(entrant);
  }

  /** How many wait for a limit of a cluster. */
  waitingFor(cluster: string): number {
    return this.waiting.filter(({ bounds }) => bounds.some((bound) => bound.cluster === cluster)).length;
  }

  /** The limits of a cluster are others from now on, also for who waits. */
  redefine(cluster: string, limits: readonly QueueLimit[]): void {
    for (const waiting of this.waiting) {
      this.count(waiting.bounds, -1);
      waiting.bounds = waiting.bounds.flatMap((bound) => {
        if (bound.cluster !== cluster) return [bound];
        const limit = limits.find(({ name, per }) => name === bound.limit.name && per === bound.limit.per);
        return limit === undefined ? [] : [{ ...bound, limit }];
      });
      this.count(waiting.bounds, 1);
    }
    this.settle();
  }

  private fits({ light, memory, bounds }: Entrant): boolean {
    return light || bounds.every((bound) => hasRoom(this.account(bound), bound.limit, memory));
  }

  private wait(entrant: Entrant): Promise<Turn> {
    return new Promise((resolve, reject) => {
      const abandon = (): void => {
        if (!this.waiting.includes(waiting)) return;
        this.waiting = this.waiting.filter((other) => other !== waiting);
        this.count(waiting.bounds, -1);
        reject(entrant.signal.reason as Error);
      };
      const waiting: Waiting = {
        ...entrant, admit: (turn) => {
          entrant.signal.removeEventListener('abort', abandon);
          resolve(turn);
        },
      };
      if (entrant.signal.aborted) return reject(entrant.signal.reason as Error);
      this.waiting.push(waiting);
      this.count(waiting.bounds, 1);
      entrant.signal.addEventListener('abort', abandon, { once: true });
    });
  }

  private begin({ user, light, memory, bounds }: Entrant): Turn {
    if (light) return { holds: () => undefined, leave: () => undefined };
    const accounts = bounds.map((bound) => this.account(bound));
    let held = 0;
    const holds = (bytes: number): void => {
      for (const account of accounts) account.bytes += bytes - held;
      held = bytes;
    };
    const add = (count: number): void => {
      for (const account of accounts) account.running += count;
      this.running.set(user, (this.running.get(user) ?? 0) + count);
      if (this.running.get(user) === 0) this.running.delete(user);
    };
    add(1);
    holds(memory);
    let over = false;
    return {
      holds: (bytes) => { if (!over && memory === 0) holds(bytes); },
      leave: () => {
        if (over) return;
        over = true;
        holds(0);
        add(-1);
        this.settle();
      },
    };
  }

  private settle(): void {
    for (;;) {
      const able = this.waiting.filter((waiting) => this.fits(waiting));
      const fewest = Math.min(...able.map(({ user }) => this.running.get(user) ?? 0));
      const next = able.find(({ user }) => (this.running.get(user) ?? 0) === fewest);
      if (next === undefined) return;
      this.waiting = this.waiting.filter((other) => other !== next);
      this.count(next.bounds, -1);
      next.admit(this.begin(next));
    }
  }

  private count(bounds: readonly Bound[], by: number): void {
    for (const bound of bounds) this.account(bound).waiting += by;
  }

  private account(bound: Bound): Account {
    const key = keyOf(bound);
    const now = this.now();
    const known = this.accounts.get(key);
    if (known !== undefined) {
      refill(known, bound.limit, now);
      return known;
    }
    if (this.accounts.size >= MANY_ACCOUNTS) this.close(now);
    const account = opened(bound.limit, now);
    this.accounts.set(key, account);
    return account;
  }

  private close(now: number): void {
    for (const [key, account] of this.accounts) {
      refill(account, account.limit, now);
      if (isIdle(account)) this.accounts.delete(key);
    }
  }
}
