/** Loads that may run at the same time; what is asked meanwhile waits for the next one. */
const MOST_RUNNING = 2;
const MOST_KEYS = 500;

interface Batch<K, V> { readonly keys: Set<K>; readonly found: Promise<ReadonlyMap<K, V>> }

/**
 * Joins look-ups that wait at the same moment into one. Nothing is remembered: an answer goes only to those who asked before
 * its load was sent, so nobody gets one that is older than the question.
 */
export class Coalesced<K, V> {
  private waiting: Batch<K, V> | undefined;
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly load: (keys: K[]) => Promise<ReadonlyMap<K, V>>) {}

  async get(key: K): Promise<V | undefined> {
    if (this.waiting === undefined || this.waiting.keys.size >= MOST_KEYS) this.waiting = this.open();
    const { found, keys } = this.waiting;
    keys.add(key);
    return (await found).get(key);
  }

  private open(): Batch<K, V> {
    const keys = new Set<K>();
    const batch: Batch<K, V> = { keys, found: this.send(keys, () => { if (this.waiting === batch) this.waiting = undefined; }) };
    return batch;
  }

  private async send(keys: ReadonlySet<K>, close: () => void): Promise<ReadonlyMap<K, V>> {
    // Whoever asks in the same turn of the event loop joins.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.running >= MOST_RUNNING) await new Promise<void>((resolve) => this.queue.push(resolve));
    close();
    this.running += 1;
    try {
      return await this.load([...keys]);
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }
}
