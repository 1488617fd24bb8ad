/**
 * A bounded memory of two generations: what was not asked for while the younger one filled up is forgotten with the older
 * one. Forgetting costs one assignment, so no question pays for a clean-up.
 */
export class Generations<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** `limit`: entries of one generation. */
  constructor(public limit: number) {}

  get(key: K): V | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const kept = this.old.get(key);
    if (kept !== undefined) this.set(key, kept);
    return kept;
  }

  set(key: K, value: V): V {
    if (this.young.size >= this.limit) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }

  clear(): void {
    this.young = new Map();
    this.old = new Map();
  }
}
