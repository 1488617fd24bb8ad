import type { AccessPolicy, Combining, Question, Spoken, Verdict } from '../decide.js';
import { combine } from '../decide.js';
import { isNormal, normalPath } from '../object-path.js';
import { Generations } from './generations.js';
import type { Atom, PatternIndex } from './pattern-index.js';
import { PolicyTable } from './policy-table.js';

/** One bit a policy slot. */
type Bits = Uint32Array;
type Block = Int32Array;

/** The policies that a holder of some tags is subject to. Good for the index that made it until its next change. */
export interface SubjectView { readonly epoch: number; readonly bits: Bits }

/** The policies that speak of an action, or of any of several alternatives. */
export interface PredicateView { readonly epoch: number; readonly bits: Bits }

/**
 * The policies that cover an object, as `slot << 1 | deny`, denying ones first, so that the first hit decides: the entries
 * `from` to `to` of a block that holds many such lists one behind the other, as reading memory in a row is what makes this fast.
 */
export interface ObjectView {
  readonly epoch: number;
  readonly path: string | undefined;
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  /** The path's other reading, which must be allowed too. */
  readonly also: ObjectView | undefined;
  /** Why the path cannot be judged; nothing covers it then. */
  readonly refused: string | undefined;
}

/** Entries of one generation, of which there are two. */
const MEMORY = { subjects: 50_000, subjectBytes: 40_000_000, objects: 50_000, tags: 100_000, predicates: 128 };
const NO_BLOCK: Block = new Int32Array(0);
const BLOCK = 65_536;
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
  private block: Block = NO_BLOCK;
  private used = 0;
  private scratch: Bits = new Uint32Array(0);
  private readonly denyWins: boolean;

  constructor(private readonly combining: Combining = 'deny-overrides') {
    this.denyWins = combining === 'deny-overrides';
  }

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
    [this.block, this.used] = [NO_BLOCK, 0];
    this.scratch = this.noBits();
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
      if (!this.hit(subject.bits, predicate.bits, view.block, view.from, view.to)) return false;
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
    const { scratch } = this;
    scratch.fill(0);
    this.table.bySubject.mark(this.atomsOf(subjectTags, this.table.subjectPatterns, this.subjectTags), scratch);
    const { bits } = this.predicate(predicates);
    const tags = this.atomsOf(objectTags, this.table.tagPatterns, this.objectTags);
    const before = { block: this.block, used: this.used };
    const allowed = (path: string | undefined): boolean => {
      for (let view: ObjectView | undefined = this.viewObject(path, tags); view !== undefined; view = view.also) if (!this.hit(scratch, bits, view.block, view.from, view.to)) return false;
      return true;
    };
    const answer = paths.length === 0 ? objectTags.length > 0 && allowed(undefined) : paths.every(allowed);
    [this.block, this.used] = [before.block, before.used];
    return answer;
  }

  find(name: string): AccessPolicy | undefined {
    return this.table.find(name)?.policy;
  }

  /** Allowing policies that cover the object and the action, whoever their subjects are. */
  *grantable(predicates: readonly string[], path: string | undefined, tags: readonly string[]): Generator<AccessPolicy> {
    const { bits } = this.predicate(predicates);
    const { block, from, to } = this.object(path, tags);
    for (let k = from; k < to; k += 1) {
      const entry = block[k] as number;
      const slot = this.table.slots[entry >>> 1];
      if ((entry & 1) === 0 && slot !== undefined && has(bits, entry >>> 1)) yield slot.policy;
    }
  }

  /** Every action that policies name literally. */
  vocabulary(): string[] {
    return this.table.predicatePatterns.literals();
  }

  /** Whether the first policy that applies allows; with allow-overrides denials are passed over. */
  private hit(subject: Bits, predicate: Bits, block: Block, from: number, to: number): boolean {
    const { denyWins } = this;
    for (let k = from; k < to; k += 1) {
      const entry = block[k] as number;
      const word = entry >>> 6;
      if (((((subject[word] as number) & (predicate[word] as number)) >>> (entry >>> 1)) & 1) === 0) continue;
      if ((entry & 1) === 0) return true;
      if (denyWins) return false;
    }
    return false;
  }

  /** Collects all policies that apply; tells whether one of them allows. */
  private speak(subject: Bits, predicate: Bits, { block, from, to }: ObjectView, spoken: Set<number>): boolean {
    let allowed = false;
    for (let k = from; k < to; k += 1) {
      const entry = block[k] as number;
      if (!has(subject, entry >>> 1) || !has(predicate, entry >>> 1)) continue;
      spoken.add(entry >>> 1);
      if ((entry & 1) === 0) allowed = true;
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
    this.table.bySubject.mark(atoms, bits);
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
    if (path === undefined || isNormal(path)) return this.viewPath(path, tags, undefined);
    const normal = normalPath(path);
    if ('refused' in normal) return { epoch: this.epoch, path, block: NO_BLOCK, from: 0, to: 0, also: undefined, refused: normal.refused };
    const [first, second] = normal.paths;
    return this.viewPath(first, tags, second === undefined ? undefined : this.viewPath(second, tags, undefined));
  }

  private viewPath(path: string | undefined, tags: readonly Atom[], also: ObjectView | undefined): ObjectView {
    this.round += 1;
    const denies: number[] = [];
    const allows: number[] = [];
    if (path !== undefined) this.findByPath(path, denies, allows);
    if (tags.length > 0) this.findByTags(tags, denies, allows);
    const { block, from, to } = this.keep(denies, allows);
    return { epoch: this.epoch, path, block, from, to, also, refused: undefined };
  }

  /** Writes a list behind the last one. A full block is left to the views that point into it and goes when they go. */
  private keep(denies: readonly number[], allows: readonly number[]): { block: Block; from: number; to: number } {
    const length = denies.length + allows.length;
    if (this.used + length > this.block.length) [this.block, this.used] = [new Int32Array(Math.max(BLOCK, length)), 0];
    const { block } = this;
    const from = this.used;
    let at = from;
    for (const entry of denies) block[at++] = entry;
    for (const entry of allows) block[at++] = entry;
    this.used = at;
    return { block, from, to: at };
  }

  private findByPath(path: string, denies: number[], allows: number[]): void {
    const atoms: Atom[] = [];
    this.table.pathPatterns.match(path, atoms);
    for (const atom of atoms) {
      const slots = this.table.byPath[atom];
      if (slots === undefined) continue;
      for (const slot of slots) {
        // A policy that also names tags waits for them.
        if (this.table.slots[slot]?.tags !== undefined) this.onPath[slot] = this.round;
        else this.once(slot, denies, allows);
      }
    }
  }

  private findByTags(tags: readonly Atom[], denies: number[], allows: number[]): void {
    const satisfied: number[] = [];
    this.table.byTags.satisfied(tags, satisfied);
    for (const slot of satisfied) if (this.table.slots[slot]?.paths === undefined || this.onPath[slot] === this.round) this.once(slot, denies, allows);
  }

  private once(slot: number, denies: number[], allows: number[]): void {
    if (this.seen[slot] === this.round) return;
    this.seen[slot] = this.round;
    if (this.table.slots[slot]?.deny) denies.push((slot << 1) | 1);
    else allows.push(slot << 1);
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
