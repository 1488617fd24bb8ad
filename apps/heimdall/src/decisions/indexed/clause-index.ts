import type { Atom } from './pattern-index.js';

/** A clause of several atoms, kept with the rarest of them. */
interface Wide { readonly slot: number; readonly others: readonly Atom[] }

/**
 * Lists of lists of tags, turned round: from the tags that are held to the policies whose expression they satisfy. A clause
 * is kept under its rarest atom only, so a holder walks the lists of what it holds and of nothing else.
 */
export class ClauseIndex {
  private readonly single: (number[] | undefined)[] = [];
  private readonly wide: (Wide[] | undefined)[] = [];
  private readonly mentions: number[] = [];
  private held = new Uint32Array(64);
  private round = 0;

  /** Counts an atom before clauses are added, so that the first of many are not placed blindly. */
  mention(atom: Atom, weight: number): void {
    this.mentions[atom] = (this.mentions[atom] ?? 0) + weight;
  }

  add(slot: number, clauses: readonly (readonly Atom[])[]): void {
    for (const clause of clauses) {
      const { others, rarest } = this.split(clause);
      if (rarest === undefined) continue;
      if (others.length === 0) (this.single[rarest] ??= []).push(slot);
      else (this.wide[rarest] ??= []).push({ slot, others });
    }
  }

  remove(slot: number, clauses: readonly (readonly Atom[])[]): void {
    for (const atom of new Set(clauses.flat())) {
      const single = this.single[atom]?.filter((one) => one !== slot);
      const wide = this.wide[atom]?.filter((one) => one.slot !== slot);
      this.single[atom] = single?.length ? single : undefined;
      this.wide[atom] = wide?.length ? wide : undefined;
    }
  }

  /** Appends every policy satisfied by the held atoms; a policy may be appended more than once. */
  satisfied(atoms: readonly Atom[], into: number[]): void {
    this.hold(atoms);
    for (const atom of atoms) {
      const single = this.single[atom];
      if (single !== undefined) for (const slot of single) into.push(slot);
      const wide = this.wide[atom];
      if (wide !== undefined) for (const clause of wide) if (this.all(clause.others)) into.push(clause.slot);
    }
  }

  private hold(atoms: readonly Atom[]): void {
    // A round number is used once; before it could come round again, all marks are wiped.
    this.round = this.round === 0xffff_ffff ? 1 : this.round + 1;
    if (this.round === 1) this.held.fill(0);
    for (const atom of atoms) {
      if (atom >= this.held.length) {
        const wider = new Uint32Array(2 ** Math.ceil(Math.log2(atom + 1)));
        wider.set(this.held);
        this.held = wider;
      }
      this.held[atom] = this.round;
    }
  }

  private all(atoms: readonly Atom[]): boolean {
    for (const atom of atoms) if (this.held[atom] !== this.round) return false;
    return true;
  }

  private split(clause: readonly Atom[]): { rarest: Atom | undefined; others: readonly Atom[] } {
    let rarest: Atom | undefined;
    for (const atom of clause) if (rarest === undefined || (this.mentions[atom] ?? 0) < (this.mentions[rarest] ?? 0)) rarest = atom;
    return { rarest, others: [...new Set(clause)].filter((atom) => atom !== rarest) };
  }
}
