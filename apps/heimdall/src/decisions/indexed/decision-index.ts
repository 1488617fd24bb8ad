import type { AccessPolicy, Combining, Question, Spoken, Verdict } from '../decide.js';
import { combine } from '../decide.js';
import { normalPath } from '../object-path.js';
import { Generations } from './generations.js';
import type { Atom, PatternIndex } from './pattern-index.js';
import { PolicyTable } from './policy-table.js';

/** One bit a policy slot. */
type Bits = Uint32Array;

/** The policies that a holder of some tags is subject to. Good for the index that made it until its next change. */
export interface SubjectView { readonly epoch: number; readonly bits: Bits }

/** The policies that speak of an action, or of any of several alternatives. */
export interface PredicateView { readonly epoch: number; readonly bits: Bits }

/** The policies that cover an object: denying ones first, so that the first hit decides. */
export interface ObjectView {
  readonly epoch: number;
  readonly path: string | undefined;
  readonly slots: Uint32Array;
  readonly denies: number;
  /** The path's other reading, which must be allowed too. */
  readonly also: ObjectView | undefined;
  /** Why the path cannot be judged; nothing covers it then. */
  readonly refused: string | undefined;
}

/** Entries of one generation, of which there are two. */
const MEMORY = { subjects: 50_000, subjectBytes: 64_000_000, objects: 50_000, tags: 100_000, predicates: 128 };
const NO_SLOTS = new Uint32Array(0);
const NO_ATOMS: readonly Atom[] = [];

/**
 * Answers what `decide` answers, without looking at every policy. Tags, paths and actions lead to the policies that name
 * them; what a subject is subject to is a row of bits, what covers an object a short list, and a decision is that list
 * probed against those bits. Both are remembered until a policy changes, and a change costs only what it touches.
 */
export class DecisionIndex {
  private readonly table = new PolicyTable();
  private readonly subjects = new Generations<string, SubjectView>(MEMORY.subjects);
  private readonly predicates = new Generations<string, PredicateView>(MEMORY.predicates);
  private readonly alternatives = new Generations<string, PredicateView>(MEMORY.predicates);
  private readonly plain = new Generations<string, ObjectView>(MEMORY.objects);
  private readonly tagged = new Generations<string, ObjectView>(MEMORY.objects);
  private readonly subjectTags = new Generations<string, readonly Atom[]>(MEMORY.tags);
  private readonly objectTags = new Generations<string, readonly Atom[]>(MEMORY.tags);
  private seen = new Uint32Array(0);
  private onPath = new Uint32Array(0);
  private round = 0;
  private epoch = 0;

  constructor(private readonly combining: Combining = 'deny-overrides') {}

  get size(): number {
    return this.table.size;
  }

  /** Brings the index to a new set of policies: `gone` by name, `changed` new or in place of the one of that name. */
  change(changed: Iterable<AccessPolicy>, gone: Iterable<string> = []): void {
    this.table.change(changed, gone);
    this.epoch += 1;
    for (const memory of [this.subjects, this.predicates, this.alternatives, this.plain, this.tagged, this.subjectTags, this.objectTags]) memory.clear();
    this.subjects.limit = Math.min(MEMORY.subjects, Math.ceil(MEMORY.subjectBytes / (this.noBits().byteLength + 200)));
    this.seen = new Uint32Array(this.table.slots.length);
    this.onPath = new Uint32Array(this.table.slots.length);
    this.round = 0;
  }

  subject(tags: readonly string[]): SubjectView {
    const atoms = this.atomsOf(tags, this.table.subjectPatterns, this.subjectTags);
    const key = atoms.join();
    return this.subjects.get(key) ?? this.subjects.set(key, this.viewSubject(atoms));
  }

  predicate(alternatives: readonly string[]): PredicateView {
    const memory = alternatives.length === 1 ? this.predicates : this.alternatives;
    const key = alternatives.length === 1 ? (alternatives[0] ?? '') : JSON.stringify(alternatives);
    return memory.get(key) ?? memory.set(key, this.viewPredicate(alternatives));
  }

  object(path: string | undefined, tags: readonly string[] = []): ObjectView {
    if (tags.length === 0 && path !== undefined) return this.plain.get(path) ?? this.plain.set(path, this.viewObject(path, NO_ATOMS));
    const atoms = this.atomsOf(tags, this.table.tagPatterns, this.objectTags);
    // Tags that no policy names say nothing about the object.
    if (atoms.length === 0 && path !== undefined) return this.object(path);
    const key = path === undefined ? atoms.join() : `${atoms.join()}|${path}`;
    return this.tagged.get(key) ?? this.tagged.set(key, this.viewObject(path, atoms));
  }

  /** The bare answer, for many objects and one subject. */
  allows(subject: SubjectView, predicate: PredicateView, object: ObjectView): boolean {
    if (subject.epoch !== this.epoch || predicate.epoch !== this.epoch || object.epoch !== this.epoch) throw new Error('the policies changed under a decision');
    for (let view: ObjectView | undefined = object; view !== undefined; view = view.also) {
      if (!this.covers(subject.bits, predicate.bits, view)) return false;
    }
    return true;
  }

  /** The answer with every policy that had a part in it. */
  verdict(question: Question): Verdict {
    if (question.predicates.length === 0) return unjudgeable('no action was named');
    if (question.paths.length === 0 && question.objectTags.length === 0) return unjudgeable('the object was not described');
    const objects = question.paths.length === 0 ? [this.object(undefined, question.objectTags)] : question.paths.map((path) => this.object(path, question.objectTags));
    for (const { refused } of objects) if (refused !== undefined) return unjudgeable(refused);
    const subject = this.subject(question.subjectTags);
    const predicate = this.predicate(question.predicates);
    const spoken = new Set<number>();
    let missing: string | undefined;
    for (const object of objects) {
      for (let view: ObjectView | undefined = object; view !== undefined; view = view.also) {
        if (!this.speak(subject.bits, predicate.bits, view, spoken)) missing ??= view.path ?? question.objectTags.join(', ');
      }
    }
    return combine(this.spokenOf(spoken), missing, this.combining);
  }

  /** The answer with nothing remembered from earlier questions: what a first question costs. */
  decideAfresh({ objectTags, paths, predicates, subjectTags }: Question): boolean {
    const subject = this.viewSubject(this.atomsOf(subjectTags, this.table.subjectPatterns, this.subjectTags));
    const predicate = this.predicate(predicates);
    const tags = this.atomsOf(objectTags, this.table.tagPatterns, this.objectTags);
    if (paths.length === 0) return objectTags.length > 0 && this.allows(subject, predicate, this.viewObject(undefined, tags));
    return paths.every((path) => this.allows(subject, predicate, this.viewObject(path, tags)));
  }

  find(name: string): AccessPolicy | undefined {
    return this.table.find(name)?.policy;
  }

  /** Allowing policies that cover the object and the action, whoever their subjects are. */
  *grantable(predicates: readonly string[], path: string | undefined, tags: readonly string[]): Generator<AccessPolicy> {
    const { bits } = this.predicate(predicates);
    const { denies, slots } = this.object(path, tags);
    for (let k = denies; k < slots.length; k += 1) {
      const slot = this.table.slots[slots[k] as number];
      if (slot !== undefined && has(bits, slots[k] as number)) yield slot.policy;
    }
  }

  /** Every action that policies name literally. */
  vocabulary(): string[] {
    return this.table.predicatePatterns.literals();
  }

  private covers(subject: Bits, predicate: Bits, { denies, slots }: ObjectView): boolean {
    for (let k = this.combining === 'deny-overrides' ? 0 : denies; k < slots.length; k += 1) {
      const slot = slots[k] as number;
      const word = slot >>> 5;
      if ((((subject[word] as number) & (predicate[word] as number)) >>> (slot & 31)) & 1) return k >= denies;
    }
    return false;
  }

  /** Collects all policies that apply; tells whether one of them allows. */
  private speak(subject: Bits, predicate: Bits, { denies, slots }: ObjectView, spoken: Set<number>): boolean {
    let allowed = false;
    for (let k = 0; k < slots.length; k += 1) {
      const slot = slots[k] as number;
      if (!has(subject, slot) || !has(predicate, slot)) continue;
      spoken.add(slot);
      if (k >= denies) allowed = true;
    }
    return allowed;
  }

  private spokenOf(slots: Iterable<number>): Spoken[] {
    const spoken: Spoken[] = [];
    for (const at of slots) {
      const slot = this.table.slots[at];
      if (slot !== undefined) spoken.push({ name: slot.policy.name, effect: slot.deny ? 'deny' : 'allow', owner: slot.policy.owner });
    }
    return spoken;
  }

  private viewSubject(atoms: readonly Atom[]): SubjectView {
    const bits = this.noBits();
    const found: number[] = [];
    this.table.bySubject.satisfied(atoms, found);
    for (const slot of found) set(bits, slot);
    return { epoch: this.epoch, bits };
  }

  private viewPredicate(alternatives: readonly string[]): PredicateView {
    const bits = this.noBits();
    const atoms: Atom[] = [];
    for (const one of alternatives) this.table.predicatePatterns.match(one.toLowerCase(), atoms);
    for (const atom of atoms) for (const slot of this.table.byPredicate[atom] ?? []) set(bits, slot);
    return { epoch: this.epoch, bits };
  }

  private viewObject(path: string | undefined, tags: readonly Atom[]): ObjectView {
    if (path === undefined) return this.viewPath(undefined, tags, undefined);
    const normal = normalPath(path);
    if ('refused' in normal) return { epoch: this.epoch, path, slots: NO_SLOTS, denies: 0, also: undefined, refused: normal.refused };
    const [first, second] = normal.paths;
    return this.viewPath(first, tags, second === undefined ? undefined : this.viewPath(second, tags, undefined));
  }

  private viewPath(path: string | undefined, tags: readonly Atom[], also: ObjectView | undefined): ObjectView {
    this.round += 1;
    const found: number[] = [];
    if (path !== undefined) this.findByPath(path, found);
    if (tags.length > 0) this.findByTags(tags, found);
    let denies = 0;
    for (const slot of found) if (this.table.slots[slot]?.deny) denies += 1;
    if (denies > 0 && denies < found.length) found.sort((a, b) => Number(this.table.slots[b]?.deny) - Number(this.table.slots[a]?.deny));
    return { epoch: this.epoch, path, slots: found.length === 0 ? NO_SLOTS : Uint32Array.from(found), denies, also, refused: undefined };
  }

  private findByPath(path: string, found: number[]): void {
    const atoms: Atom[] = [];
    this.table.pathPatterns.match(path, atoms);
    for (const atom of atoms) {
      for (const slot of this.table.byPath[atom] ?? []) {
        // A policy that also names tags waits for them.
        if (this.table.slots[slot]?.tags !== undefined) this.onPath[slot] = this.round;
        else this.once(slot, found);
      }
    }
  }

  private findByTags(tags: readonly Atom[], found: number[]): void {
    const satisfied: number[] = [];
    this.table.byTags.satisfied(tags, satisfied);
    for (const slot of satisfied) if (this.table.slots[slot]?.paths === undefined || this.onPath[slot] === this.round) this.once(slot, found);
  }

  private once(slot: number, found: number[]): void {
    if (this.seen[slot] === this.round) return;
    this.seen[slot] = this.round;
    found.push(slot);
  }

  private atomsOf(tags: readonly string[], patterns: PatternIndex, memory: Generations<string, readonly Atom[]>): readonly Atom[] {
    if (tags.length === 0) return NO_ATOMS;
    const all: Atom[] = [];
    for (const tag of tags) {
      let atoms = memory.get(tag);
      if (atoms === undefined) {
        const found: Atom[] = [];
        patterns.match(tag, found);
        atoms = memory.set(tag, found.length === 0 ? NO_ATOMS : found);
      }
      for (const atom of atoms) all.push(atom);
    }
    return all;
  }

  private noBits(): Bits {
    return new Uint32Array((this.table.slots.length + 31) >>> 5);
  }
}

const unjudgeable = (detail: string): Verdict => ({ allow: false, cause: 'unjudgeable', policies: [], detail });
const has = (bits: Bits, slot: number): boolean => (((bits[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
const set = (bits: Bits, slot: number): void => {
  bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
};
