/** A value of a binary COPY, in the few forms we ask Postgres for. */
export type CopyValue = string | number | bigint | boolean | null;
export type CopyKind = 'bigint' | 'double' | 'boolean' | 'text';

const SIGNATURE = 'PGCOPY\n\u00ff\r\n\0';

/** Decodes the binary COPY format piece by piece, as it arrives; rows come out whole. */
export class CopyDecoder {
  private rest: Buffer = Buffer.alloc(0);
  private begun = false;
  private ended = false;
  private readonly kinds: readonly CopyKind[];

  // Written out: the engine process runs these files with their types stripped only.
  constructor(kinds: readonly CopyKind[]) {
    this.kinds = kinds;
  }

  /** Takes the next bytes; calls `onRow` for every row that is complete. */
  push(chunk: Buffer, onRow: (row: CopyValue[]) => void): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = this.begun ? 0 : this.header();
    for (;;) {
      const end = this.ended ? undefined : this.row(at, onRow);
      if (end === undefined) break;
      at = end;
    }
    this.rest = this.rest.subarray(at);
  }

  /** Throws when the stream ended in the middle. */
  finish(): void {
    if (!this.ended) throw new Error('the rows from the database ended too early');
  }

  private header(): number {
    if (this.rest.length < 19) return 0;
    if (this.rest.subarray(0, 11).toString('latin1') !== SIGNATURE) throw new Error('not a binary copy');
    const size = 19 + this.rest.readInt32BE(15);
    if (this.rest.length < size) return 0;
    this.begun = true;
    return size;
  }

  /** Where the row at `start` ends, or `undefined` while it is incomplete. */
  private row(start: number, onRow: (row: CopyValue[]) => void): number | undefined {
    if (!this.begun || this.rest.length < start + 2) return undefined;
    const count = this.rest.readInt16BE(start);
    let at = start + 2;
    if (count === -1) {
      this.ended = true;
      return at;
    }
    if (count !== this.kinds.length) throw new Error('the database sent another number of columns than asked');
    const row: CopyValue[] = [];
    for (const kind of this.kinds) {
      if (this.rest.length < at + 4) return undefined;
      const size = this.rest.readInt32BE(at);
      at += 4;
      if (size < 0) row.push(null);
      else {
        if (this.rest.length < at + size) return undefined;
        row.push(this.value(kind, at, size));
        at += size;
      }
    }
    onRow(row);
    return at;
  }

  private value(kind: CopyKind, at: number, size: number): CopyValue {
    if (kind === 'bigint') return this.rest.readBigInt64BE(at);
    if (kind === 'double') return this.rest.readDoubleBE(at);
    return kind === 'boolean' ? this.rest[at] === 1 : this.rest.toString('utf8', at, at + size);
  }
}
