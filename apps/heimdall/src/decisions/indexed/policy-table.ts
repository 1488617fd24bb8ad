import type { AccessPolicy } from '../decide.js';
import { PATH_DELIMITERS, TAG_DELIMITERS } from '../glob.js';
import { ClauseIndex } from './clause-index.js';
import { type Atom, PatternIndex } from './pattern-index.js';

/** A policy in its slot, its patterns replaced by atoms. */
export interface Slot {
  readonly policy: AccessPolicy;
  readonly deny: boolean;
  readonly subjects: readonly (readonly Atom[])[];
  readonly predicates: readonly Atom[];
  readonly paths: readonly Atom[] | undefined;
  readonly tags: readonly (readonly Atom[])[] | undefined;
}

/** What is to be known of a slot before looking at it. */
export const [DENY, TAGGED, WITH_PATHS] = [1, 2, 4] as const;

type Lists = (number[] | undefined)[];

/** A pattern that is no literal is held by many; a clause is kept under it only where it has nothing else. */
const GLOB_WEIGHT = 1_000;

/** The policies of one moment, each in a numbered slot, with the lists that lead from atoms to slots. */
export class PolicyTable {
  readonly slots: (Slot | undefined)[] = [];
  /** `DENY`, `TAGGED` and `WITH_PATHS` of each slot. */
  readonly flags: number[] = [];
  /** The subjects of each slot in one row: of each clause how many atoms it has, and the atoms. */
  readonly clauses: (readonly number[])[] = [];
  readonly subjectPatterns = new PatternIndex(TAG_DELIMITERS);
  readonly predicatePatterns = new PatternIndex(TAG_DELIMITERS);
  readonly pathPatterns = new PatternIndex(PATH_DELIMITERS);
  readonly tagPatterns = new PatternIndex(TAG_DELIMITERS);
  readonly bySubject = new ClauseIndex();
  readonly byTags = new ClauseIndex();
  readonly byPredicate: Lists = [];
  readonly byPath: Lists = [];
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];

  get size(): number {
    return this.slotOf.size;
  }

  find(name: string): Slot | undefined {
    const at = this.slotOf.get(name);
    return at === undefined ? undefined : this.slots[at];
  }

  /** Takes out and puts in; costs what the change costs, not what the table holds. */
  change(changed: Iterable<AccessPolicy>, gone: Iterable<string>): void {
    for (const name of gone) this.drop(name);
    const read: Slot[] = [];
    for (const policy of changed) {
      this.drop(policy.name);
      read.push(this.read(policy));
    }
    for (const slot of read) this.post(slot);
  }

  private read(policy: AccessPolicy): Slot {
    const { allow, objects, predicates, subjects } = policy.rule;
    return {
      policy, deny: !allow,
      subjects: clausesOf(subjects.tags, this.subjectPatterns, this.bySubject),
      predicates: predicates.map((pattern) => this.predicatePatterns.add(pattern.toLowerCase())),
      paths: objects.paths?.map((pattern) => this.pathPatterns.add(pattern)),
      tags: objects.tags && clausesOf(objects.tags, this.tagPatterns, this.byTags),
    };
  }

  private post(slot: Slot): void {
    // The same name twice in one change: the later one counts.
    this.drop(slot.policy.name);
    const at = this.free.pop() ?? this.slots.length;
    this.slots[at] = slot;
    this.flags[at] = (slot.deny ? DENY : 0) | (slot.tags === undefined ? 0 : TAGGED) | (slot.paths === undefined ? 0 : WITH_PATHS);
    // A clause without atoms would hold for everybody.
    this.clauses[at] = slot.subjects.filter((clause) => clause.length > 0).flatMap((clause) => [clause.length, ...clause]);
    this.slotOf.set(slot.policy.name, at);
    this.bySubject.add(at, slot.subjects);
    if (slot.tags) this.byTags.add(at, slot.tags);
    for (const atom of new Set(slot.predicates)) (this.byPredicate[atom] ??= []).push(at);
    for (const atom of new Set(slot.paths)) (this.byPath[atom] ??= []).push(at);
  }

  private drop(name: string): void {
    const at = this.slotOf.get(name);
    const slot = at === undefined ? undefined : this.slots[at];
    if (at === undefined || slot === undefined) return;
    this.slotOf.delete(name);
    this.slots[at] = undefined;
    this.free.push(at);
    this.bySubject.remove(at, slot.subjects);
    if (slot.tags) this.byTags.remove(at, slot.tags);
    for (const atom of slot.predicates) this.byPredicate[atom] = without(this.byPredicate[atom], at);
    for (const atom of slot.paths ?? []) this.byPath[atom] = without(this.byPath[atom], at);
    for (const atom of slot.subjects.flat()) this.subjectPatterns.remove(atom);
    for (const atom of slot.predicates) this.predicatePatterns.remove(atom);
    for (const atom of slot.paths ?? []) this.pathPatterns.remove(atom);
    for (const atom of slot.tags?.flat() ?? []) this.tagPatterns.remove(atom);
  }
}

function clausesOf(expression: readonly (string | readonly string[])[], patterns: PatternIndex, index: ClauseIndex): Atom[][] {
  return expression.map((clause) => (typeof clause === 'string' ? [clause] : clause).map((pattern) => {
    const atom = patterns.add(pattern);
    index.mention(atom, patterns.isLiteral(atom) ? 1 : GLOB_WEIGHT);
    return atom;
  }));
}

function without(list: number[] | undefined, slot: number): number[] | undefined {
  const left = list?.filter((one) => one !== slot);
  return left?.length ? left : undefined;
}
