/** What a page and the answer made of it take; larger ones get memory of their own. */
const SIZE = 1_179_648;
const KEPT = 12;

/** Memory for one page, for as long as it is read. */
export interface Lease {
  readonly bytes: Buffer;
  /** Nobody reads `bytes` any more: the next page may be written there. A second call does nothing. */
  release(this: void): void;
}

/**
 * Memory of pages that is used again. Each page in memory of its own costs more in the collecting of garbage than all else that is done for it:
 * a full collection for every few dozen megabytes. What nobody releases is garbage like any other.
 */
export class PageBuffers {
  private readonly free: Buffer[] = [];

  lease(size: number): Lease {
    const isUsual = size <= SIZE;
    const bytes = (isUsual ? this.free.pop() : undefined) ?? Buffer.allocUnsafeSlow(Math.max(size, SIZE));
    let held = isUsual;
    return {
      bytes,
      release: () => {
        if (held && this.free.length < KEPT) this.free.push(bytes);
        held = false;
      },
    };
  }
}

/** Those of this process. */
export const pageBuffers = new PageBuffers();
