import { QueueLimit } from '@dataos/contracts-minerva';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TrinoFailure } from '../sql/failure.js';
import { type Entrant, type Turn, Turnstile } from './turnstile.js';

const limit = (given: object): QueueLimit => QueueLimit.parse({ name: 'few', users: ['**'], ...given });
const entrant = (user: string, limits: readonly QueueLimit[], rest: Partial<Entrant> = {}): Entrant => ({ user, light: false, memory: 1e9, signal: new AbortController().signal, ...rest, bounds: limits.map((one) => ({ limit: one, cluster: 'air', user })) });
const now = (turn: Turn | Promise<Turn>): Turn => {
  if (turn instanceof Promise) throw new Error('it waits');
  return turn;
};
const failureOf = (work: () => unknown): string => {
  try {
    work();
    return 'went in';
  } catch (error) {
    return error instanceof TrinoFailure ? `${error.errorName}: ${error.message}` : String(error);
  }
};

describe('the turnstile', () => {
  it('makes who has his share wait, and nobody else', async () => {
    const stile = new Turnstile();
    const one = [limit({ concurrency: 1 })];
    const first = now(stile.enter(entrant('amir', one)));
    const second = stile.enter(entrant('amir', one));
    expect([second instanceof Promise, stile.waitingFor('air'), stile.waitingFor('water')]).toEqual([true, 1, 0]);
    now(stile.enter(entrant('olivia', one)));
    first.leave();
    first.leave();
    expect((await second).leave).toEqual(expect.any(Function));
    expect(stile.enter(entrant('amir', one))).toBeInstanceOf(Promise);
  });

  it('counts a group together, and begins with who of it runs least', async () => {
    const stile = new Turnstile();
    const group = [limit({ concurrency: 2, per: 'group' })];
    const [a, b] = [now(stile.enter(entrant('amir', group))), now(stile.enter(entrant('amir', group)))];
    const order: string[] = [];
    for (const user of ['amir', 'amir', 'olivia']) void Promise.resolve(stile.enter(entrant(user, group))).then(() => order.push(user));
    a.leave();
    await new Promise(setImmediate);
    expect(order).toEqual(['olivia']);
    b.leave();
    await new Promise(setImmediate);
    expect(order).toEqual(['olivia', 'amir']);
  });

  it('refuses who comes too often, with the longest wait of all that hold, and takes no token for that', () => {
    let clock = 0;
    const stile = new Turnstile(() => clock);
    const rates = [limit({ rate: { queries: 2, every: '10s' } }), limit({ name: 'hourly', per: 'group', rate: { queries: 3, every: '1h' } })];
    now(stile.enter(entrant('amir', rates)));
    now(stile.enter(entrant('amir', rates, { light: true })));
    for (let tries = 0; tries < 3; tries += 1) expect(failureOf(() => stile.enter(entrant('amir', rates)))).toBe("QUERY_QUEUE_FULL: The limit 'few' of the cluster air lets amir send 2 queries in 10s; try again in 5 s");
    now(stile.enter(entrant('olivia', rates)));
    clock = 5_000;
    expect(failureOf(() => stile.enter(entrant('amir', rates)))).toContain("'hourly' of the cluster air lets its users together send 3 queries in 1h; try again in 1195 s");
    clock = 1_200_000;
    now(stile.enter(entrant('amir', rates)));
  });

  it('counts memory: what an engine may give a query, or what a cluster says it has', async () => {
    const stile = new Turnstile();
    const both = [limit({ memory: '2G', queue: 1 })];
    expect(failureOf(() => stile.enter(entrant('amir', both, { memory: 3e9 })))).toBe("QUERY_REJECTED: The limit 'few' of the cluster air lets amir hold 2G of memory; a query of this cluster may take 3000 MB and would never begin");
    const [a, b] = [now(stile.enter(entrant('amir', both))), now(stile.enter(entrant('amir', both)))];
    const waiting = stile.enter(entrant('amir', both));
    expect(failureOf(() => stile.enter(entrant('amir', both)))).toBe("QUERY_QUEUE_FULL: The limit 'few' of the cluster air lets amir hold 2G of memory, and 1 more wait; try again when one has ended");
    b.leave();
    await waiting;
    a.leave();
    (await waiting).leave();
    const unknown = now(stile.enter(entrant('amir', both, { memory: 0 })));
    unknown.holds(1.9e9);
    const next = now(stile.enter(entrant('amir', both, { memory: 0 })));
    unknown.holds(2e9);
    expect(stile.enter(entrant('amir', both, { memory: 0 }))).toBeInstanceOf(Promise);
    unknown.leave();
    unknown.holds(9e9);
    next.leave();
    now(stile.enter(entrant('amir', both, { memory: 1e9 })));
  });

  it('forgets who gave up, with the reason, and lets in who waits when limits change or go', async () => {
    const stile = new Turnstile();
    const one = [limit({ concurrency: 1 })];
    now(stile.enter(entrant('amir', one)));
    const abort = new AbortController();
    const gone = Promise.resolve(stile.enter(entrant('amir', one, { signal: abort.signal })));
    abort.abort(new TrinoFailure('USER_CANCELED', 'no more'));
    await expect(gone).rejects.toThrow('no more');
    expect(stile.waitingFor('air')).toBe(0);
    const [raised, freed] = [stile.enter(entrant('amir', one)), stile.enter(entrant('amir', one))];
    stile.redefine('water', []);
    expect(stile.waitingFor('air')).toBe(2);
    stile.redefine('air', [limit({ concurrency: 2 })]);
    await raised;
    expect(stile.waitingFor('air')).toBe(1);
    stile.redefine('air', []);
    await freed;
    await expect(Promise.resolve(stile.enter(entrant('amir', one, { signal: abort.signal })))).rejects.toThrow('no more');
  });

  it('exceeds no limit, leaves nobody waiting who has room, and loses nobody', async () => {
    const users = ['a', 'b', 'c'];
    const step = fc.oneof(fc.record({ user: fc.constantFrom(...users), memory: fc.constantFrom(0.5e9, 1e9), of: fc.subarray([0, 1, 2, 3]) }), fc.record({ leave: fc.nat() }), fc.record({ give: fc.nat() }));
    const limits = [limit({ name: 'own', concurrency: 2 }), limit({ name: 'all', concurrency: 3, per: 'group' }), limit({ name: 'mine', memory: '1G' }), limit({ name: 'ours', memory: '2G', per: 'group', queue: 3 })];
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const stile = new Turnstile();
      interface One { user: string; memory: number; of: number[]; state: 'waits' | 'runs' | 'over'; turn?: Turn; abort: AbortController }
      const all: One[] = [];
      for (const next of steps) {
        if ('user' in next) {
          const one: One = { ...next, state: 'waits', abort: new AbortController() };
          try {
            const turn = stile.enter(entrant(next.user, next.of.map((index) => limits[index] as QueueLimit), { memory: next.memory, signal: one.abort.signal }));
            all.push(one);
            if (turn instanceof Promise) turn.then((given) => Object.assign(one, { state: 'runs', turn: given }), () => Object.assign(one, { state: 'over' }));
            else Object.assign(one, { state: 'runs', turn });
          } catch (error) {
            expect(error).toMatchObject({ errorName: 'QUERY_QUEUE_FULL' });
            expect(all.filter(({ state, of }) => state === 'waits' && of.includes(3)).length).toBeGreaterThanOrEqual(3);
          }
        } else if ('leave' in next) {
          const running = all.filter(({ state }) => state === 'runs');
          const one = running[next.leave % Math.max(1, running.length)];
          if (one !== undefined) {
            one.state = 'over';
            one.turn?.leave();
          }
        } else {
          const waiting = all.filter(({ state }) => state === 'waits');
          waiting[next.give % Math.max(1, waiting.length)]?.abort.abort(new Error('gone'));
        }
        await new Promise(setImmediate);
        const held = (index: number, user?: string): { count: number; bytes: number } => {
          const some = all.filter((one) => one.state === 'runs' && one.of.includes(index) && (user === undefined || one.user === user));
          return { count: some.length, bytes: some.reduce((sum, { memory }) => sum + memory, 0) };
        };
        const room = ({ user, memory, of }: One): boolean => !(of.includes(0) && held(0, user).count >= 2) && !(of.includes(1) && held(1).count >= 3) && !(of.includes(2) && held(2, user).bytes + memory > 1e9) && !(of.includes(3) && held(3).bytes + memory > 2e9);
        for (const user of users) expect([held(0, user).count <= 2, held(2, user).bytes <= 1e9]).toEqual([true, true]);
        expect([held(1).count <= 3, held(3).bytes <= 2e9]).toEqual([true, true]);
        expect(all.filter((one) => one.state === 'waits' && room(one))).toEqual([]);
        expect(stile.waitingFor('air')).toBe(all.filter(({ state }) => state === 'waits').length);
      }
    }), { numRuns: 150 });
  });
});
