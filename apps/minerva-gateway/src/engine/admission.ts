/** A query that waits, as far as admission cares. */
export interface Waiting { readonly user: string; readonly light: boolean }

export interface Limits {
  /** Queries that read data and may run at once. */
  readonly concurrency: number;
  /** Of these, how many of one user. */
  readonly perUser: number;
  /** Queries that may wait. */
  readonly queue: number;
}

/** Queries that read no source (SELECT 1, metadata) have a lane of their own, so that a tool never waits behind a report. */
export const LIGHT = { concurrency: 8, queue: 2_000 } as const;

interface Place<Query> { readonly query: Query; readonly since: number }
/** By user, oldest first, and how many of each user run. */
interface Lane<Query> { readonly waiting: Map<string, Place<Query>[]>; readonly running: Map<string, number>; waits: number; runs: number }

const lane = <Query>(): Lane<Query> => ({ waiting: new Map(), running: new Map(), waits: 0, runs: 0 });

/**
 * Who waits, who runs, and who is next: a user with fewer running queries comes first, then whose oldest one waited longest; nobody
 * gets more than his share, whether others wait or not. What a choice costs grows with the users, not with their queries.
 */
export class Admission<Query extends Waiting> {
  private readonly light = lane<Query>();
  private readonly heavy = lane<Query>();
  private arrivals = 0;

  constructor(private readonly limits: Limits) {}

  get waits(): number {
    return this.light.waits + this.heavy.waits;
  }

  /** Whether one more may wait. */
  mayWait(light: boolean): boolean {
    return this.laneOf({ light }).waits < (light ? LIGHT.queue : this.limits.queue);
  }

  add(query: Query): void {
    const to = this.laneOf(query);
    const place = { query, since: (this.arrivals += 1) };
    const queue = to.waiting.get(query.user);
    if (queue === undefined) to.waiting.set(query.user, [place]);
    else queue.push(place);
    to.waits += 1;
  }

  /** Takes back one that waits; whether it did. */
  remove(query: Query): boolean {
    const from = this.laneOf(query);
    const queue = from.waiting.get(query.user) ?? [];
    const at = queue.findIndex((place) => place.query === query);
    if (at < 0) return false;
    queue.splice(at, 1);
    if (queue.length === 0) from.waiting.delete(query.user);
    from.waits -= 1;
    return true;
  }

  /** Takes back all that wait. */
  clear(): Query[] {
    const all = [this.light, this.heavy].flatMap(({ waiting }) => [...waiting.values()].flat().map(({ query }) => query));
    for (const query of all) this.remove(query);
    return all;
  }

  /** The next one, which runs from now on until it leaves; `undefined` where nobody may begin. */
  next(): Query | undefined {
    const query = first(this.light, LIGHT.concurrency, LIGHT.concurrency) ?? first(this.heavy, this.limits.concurrency, this.limits.perUser);
    if (query !== undefined) {
      this.remove(query);
      this.run(query, 1);
    }
    return query;
  }

  /** One that ran is over. */
  leave(query: Query): void {
    this.run(query, -1);
  }

  private run(query: Query, by: 1 | -1): void {
    const of = this.laneOf(query);
    const count = (of.running.get(query.user) ?? 0) + by;
    if (count === 0) of.running.delete(query.user);
    else of.running.set(query.user, count);
    of.runs += by;
  }

  private laneOf({ light }: Pick<Waiting, 'light'>): Lane<Query> {
    return light ? this.light : this.heavy;
  }
}

function first<Query>({ waiting, running, runs }: Lane<Query>, places: number, share: number): Query | undefined {
  if (runs >= places) return undefined;
  let best: (Place<Query> & { readonly count: number }) | undefined;
  for (const [user, [place]] of waiting) {
    const count = running.get(user) ?? 0;
    if (place === undefined || count >= share) continue;
    if (best === undefined || count < best.count || (count === best.count && place.since < best.since)) best = { ...place, count };
  }
  return best?.query;
}
