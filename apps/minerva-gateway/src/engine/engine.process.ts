/** The engine process of one cluster: takes orders over its channel, and ends when the gateway is gone. */
import { Databases } from './database.js';
import { SourceError } from './load.js';
import type { EngineLimits, EngineOrder, EnginePage, FromEngine, ToEngine } from './protocol.js';
import { runQuery } from './run-query.js';

/** Pages that may be under way before the receiver asks for more. */
const AHEAD = 2;

interface Running { readonly abort: AbortController; credit: number; wake: () => void; taken: () => void }
const databases = new Databases(JSON.parse(process.argv[2] ?? '{}') as EngineLimits);
const running = new Map<string, Running>();
const send = (message: FromEngine): void => void process.send?.(message);

async function serve(order: EngineOrder): Promise<void> {
  const state: Running = { abort: new AbortController(), credit: AHEAD, wake: () => undefined, taken: () => undefined };
  running.set(order.id, state);
  try {
    let last: EnginePage | undefined;
    const ran = await runQuery(databases, order, {
      signal: state.abort.signal,
      page: async (page) => {
        if (page.last === true) return void (last = page);
        while (state.credit === 0 && !state.abort.signal.aborted) await new Promise<void>((resolve) => { state.wake = resolve; });
        state.abort.signal.throwIfAborted();
        state.credit -= 1;
        send({ type: 'page', id: order.id, page });
      },
      handOver: (path, rest) => new Promise((resolve) => {
        state.taken = resolve;
        send({ type: 'pipe', id: order.id, path, rest });
      }),
    });
    send({ type: 'done', id: order.id, ...ran, ...(last === undefined ? {} : { page: last }) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'failed', id: order.id, kind: state.abort.signal.aborted ? 'canceled' : error instanceof SourceError ? 'source' : 'query', message });
  } finally {
    running.delete(order.id);
  }
}

process.on('message', (message: ToEngine) => {
  if (message.type === 'run') return void serve(message.order);
  const state = running.get(message.id);
  if (state === undefined) return;
  if (message.type === 'more') state.credit += 1;
  else if (message.type === 'taken') state.taken();
  else state.abort.abort();
  state.wake();
});
process.on('disconnect', () => process.exit(0));
// The gateway decides when to stop; a Ctrl-C in the terminal reaches the whole group.
process.on('SIGINT', () => undefined);
const { loaded, faults } = await databases.extend();
databases.prepare();
send({ type: 'ready', extensions: { loaded: loaded.map(({ name }) => name), faults } });
