const LINE_FEED = 10;
const COMMA = 44;

export interface PageLimits { readonly rows: number; readonly bytes: number }

/** Takes the lines of a result as bytes, as they come, and gives them back as pages: whole rows, joined by commas. */
export class Pager {
  private readonly limits: PageLimits;
  private pieces: Buffer[] = [];
  private size = 0;
  private rows = 0;
  /** Bytes after the last whole row. */
  private tail = 0;
  /** Rows seen so far. */
  total = 0;

  // Written out: the engine process runs these files with their types stripped only.
  constructor(limits: PageLimits) {
    this.limits = limits;
  }

  /** Takes the next bytes; they are changed in place. */
  push(bytes: Buffer): void {
    let last = -1;
    for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
      bytes[at] = COMMA;
      this.rows += 1;
      this.total += 1;
      last = at;
    }
    this.tail = last === -1 ? this.tail + bytes.length : bytes.length - last - 1;
    this.pieces.push(bytes);
    this.size += bytes.length;
  }

  get isFull(): boolean {
    return this.rows > 0 && (this.rows >= this.limits.rows || this.size >= this.limits.bytes);
  }

  /** The piece of a row that waits for its rest, once the whole rows were taken. */
  get rest(): Buffer {
    return Buffer.concat(this.pieces);
  }

  /** The whole rows there are, if any; the piece of a row after them waits for its rest. */
  take(): { json: Buffer; rows: number } | undefined {
    if (this.rows === 0) return undefined;
    const all = Buffer.concat(this.pieces);
    const rest = all.subarray(all.length - this.tail);
    const page = { json: all.subarray(0, all.length - this.tail - 1), rows: this.rows };
    this.rows = 0;
    this.size = rest.length;
    this.pieces = rest.length === 0 ? [] : [rest];
    return page;
  }
}
