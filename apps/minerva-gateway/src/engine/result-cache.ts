import type { EnginePage } from './protocol.js';
import type { EngineRun } from './query-engine.js';

interface Kept { readonly pages: readonly EnginePage[]; readonly bytes: number }

/** One answer takes no more than this part of the room, so that it never drives out all others. */
const SHARE = 1 / 8;
/** What an answer and a page cost beside their bytes. */
const OVERHEAD = 512;

/**
 * Answers in memory, by a key that says everything they depend on. They were all decided by one state of the policies: with another
 * state every one of them goes. What was asked for longest ago makes room.
 */
export class ResultCache {
  private readonly kept = new Map<string, Kept>();
  private policy = '';
  private size = 0;

  constructor(private readonly limit: number) {}

  get bytes(): number {
    return this.size;
  }

  get(key: string, policy: string): EngineRun | undefined {
    this.decidedBy(policy);
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return again(found.pages);
  }

  /** Hands a run through, and keeps what it brings once it has ended well. */
  recording(key: string, policy: string, run: EngineRun): EngineRun {
    let pages: EnginePage[] | undefined = [];
    let bytes = OVERHEAD;
    return {
      get rowsRead() { return run.rowsRead; },
      cancel: () => run.cancel(),
      next: async () => {
        const page = await run.next();
        if (page === undefined && pages !== undefined) {
          this.put(key, policy, { pages, bytes });
          pages = undefined;
        } else if (page !== undefined && pages !== undefined) {
          bytes += page.json.byteLength + OVERHEAD;
          if (bytes > this.limit * SHARE) pages = undefined;
          // A copy: the bytes may lie in a larger piece that must not be held for them.
          else pages.push({ json: Uint8Array.from(page.json), rows: page.rows });
        }
        return page;
      },
    };
  }

  private put(key: string, policy: string, kept: Kept): void {
    // Computed under policies that are not the latest any more: nobody may get it.
    if (policy !== this.policy || this.kept.has(key)) return;
    this.kept.set(key, kept);
    this.size += kept.bytes;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.size <= this.limit) return;
      this.kept.delete(oldest);
      this.size -= bytes;
    }
  }

  private decidedBy(policy: string): void {
    if (policy === this.policy) return;
    this.policy = policy;
    this.kept.clear();
    this.size = 0;
  }
}

function again(pages: readonly EnginePage[]): EngineRun {
  let at = 0;
  return {
    rowsRead: 0,
    cancel: () => undefined,
    next: async () => {
      const page = pages[at];
      at += 1;
      return page === undefined ? undefined : { ...page, last: at === pages.length };
    },
  };
}
