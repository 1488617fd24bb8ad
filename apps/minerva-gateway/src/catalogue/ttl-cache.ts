/** Remembers answers for a moment; failures are never remembered. */
export class TtlCache<T> {
  private readonly entries = new Map<string, { value: Promise<T>; until: number }>();

  constructor(private readonly ttlMs: number, private readonly size = 1_000) {}

  clear(): void {
    this.entries.clear();
  }

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.entries.get(key);
    if (known !== undefined && known.until > Date.now()) return known.value;
    if (this.entries.size >= this.size) this.entries.clear();
    const value = load();
    const entry = { value, until: Date.now() + this.ttlMs };
    this.entries.set(key, entry);
    value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return value;
  }
}
