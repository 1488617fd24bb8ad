import type { Atom } from './pattern-index.js';
import { DENY, type PolicyTable, TAGGED, WITH_PATHS } from './policy-table.js';

/** One bit a policy slot. */
export type Bits = Uint32Array;

/**
 * From an object to the policies that cover it, and from there to those whose subjects include the asker. Nothing is
 * remembered, and nothing is made on the way but the list of what was found.
 */
export class Coverage {
  private seen = new Uint32Array(0);
  private onPath = new Uint32Array(0);
  private held = new Uint32Array(0);
  private round = 0;
  private holder = 0;
  private readonly atoms: Atom[] = [];
  private readonly satisfied: number[] = [];

  constructor(private readonly table: PolicyTable) {}

  /** After each change of the table. */
  reset(): void {
    this.seen = new Uint32Array(this.table.slots.length);
    this.onPath = new Uint32Array(this.table.slots.length);
    this.held = new Uint32Array(this.table.subjectPatterns.size);
    [this.round, this.holder] = [0, 0];
  }

  /** `path` is in normal form. Appends each covering policy once, as `slot << 1 | deny`; with `among`, only those whose bit is set there. */
  find(path: string | undefined, tags: readonly Atom[], into: number[], among?: Bits): void {
    this.nextRound();
    if (path !== undefined) this.findByPath(path, into, among);
    if (tags.length > 0) this.findByTags(tags, into, among);
  }

  /** Forgets whose tags count in `includes`. */
  release(): void {
    // A round number is used once; before it could come round again, all marks are wiped.
    this.holder = this.holder === 0xffff_ffff ? 1 : this.holder + 1;
    if (this.holder === 1) this.held.fill(0);
  }

  /** Adds a tag of the one asked about. */
  hold(atoms: readonly Atom[]): void {
    for (const atom of atoms) this.held[atom] = this.holder;
  }

  /** Whether the holder is among the subjects of a policy. */
  includes(slot: number): boolean {
    const clauses = this.table.clauses[slot] as readonly number[];
    const { held, holder } = this;
    for (let at = 0; at < clauses.length;) {
      const end = at + 1 + (clauses[at] as number);
      let k = at + 1;
      while (k < end && held[clauses[k] as number] === holder) k += 1;
      if (k === end) return true;
      at = end;
    }
    return false;
  }

  private findByPath(path: string, into: number[], among: Bits | undefined): void {
    const { atoms, onPath, round, table } = this;
    atoms.length = 0;
    table.pathPatterns.matchNormal(path, atoms);
    for (const atom of atoms) {
      const slots = table.byPath[atom];
      if (slots === undefined) continue;
      for (const slot of slots) {
        if (among !== undefined && !has(among, slot)) continue;
        // A policy that also names tags waits for them.
        if (((table.flags[slot] as number) & TAGGED) !== 0) onPath[slot] = round;
        else this.once(slot, into);
      }
    }
  }

  private findByTags(tags: readonly Atom[], into: number[], among: Bits | undefined): void {
    const { onPath, round, satisfied, table } = this;
    satisfied.length = 0;
    table.byTags.satisfied(tags, satisfied);
    for (const slot of satisfied) {
      if (among !== undefined && !has(among, slot)) continue;
      if (((table.flags[slot] as number) & WITH_PATHS) === 0 || onPath[slot] === round) this.once(slot, into);
    }
  }

  private once(slot: number, into: number[]): void {
    if (this.seen[slot] === this.round) return;
    this.seen[slot] = this.round;
    into.push((slot << 1) | ((this.table.flags[slot] as number) & DENY));
  }

  private nextRound(): void {
    this.round = this.round === 0xffff_ffff ? 1 : this.round + 1;
    if (this.round !== 1) return;
    this.seen.fill(0);
    this.onPath.fill(0);
  }
}

export const has = (bits: Bits, slot: number): boolean => (((bits[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
