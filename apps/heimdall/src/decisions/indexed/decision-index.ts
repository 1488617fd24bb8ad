import type { AccessPolicy, Combining, Question, Spoken, Verdict } from '../decide.js';
import { combine } from '../decide.js';
import { isNormal, normalPath } from '../object-path.js';
import { type Bits, Coverage, has } from './coverage.js';
import { Generations } from './generations.js';
import type { Atom, PatternIndex } from './pattern-index.js';
import { PolicyTable } from './policy-table.js';

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
  private readonly coverage = new Coverage(this.table);
  private readonly found: number[] = [];
  private readonly tagAtoms: Atom[] = [];
  private epoch = 0;
  private block: Block = NO_BLOCK;
  private used = 0;
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
    this.coverage.reset();
    [this.block, this.used] = [NO_BLOCK, 0];
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
    const paths = readingsOf(question.paths);
    if (typeof paths === 'string') return unjudgeable(paths);
    const { bits } = this.predicate(question.predicates);
    const tags = this.tagsOf(question.objectTags);
    this.hold(question.subjectTags);
    const spoken: number[] = [];
    let missing: string | undefined;
    for (const path of paths) if (!this.speak(path, tags, bits, spoken)) missing ??= path ?? question.objectTags.join(', ');
    return combine(this.spokenOf(paths.length > 1 ? new Set(spoken) : spoken), missing, this.combining);
  }

  /** The bare answer with nothing remembered of earlier subjects and objects: what a first question costs. */
  decideAfresh({ objectTags, paths, predicates, subjectTags }: Question): boolean {
    if (predicates.length === 0 || (paths.length === 0 && objectTags.length === 0)) return false;
    const readings = readingsOf(paths);
    if (typeof readings === 'string') return false;
    const { bits } = this.predicate(predicates);
    const tags = this.tagsOf(objectTags);
    this.hold(subjectTags);
    for (const path of readings) if (!this.allowed(path, tags, bits)) return false;
    return true;
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

  /** Whether what covers the object allows the holder; with allow-overrides denials are passed over. */
  private allowed(path: string | undefined, tags: readonly Atom[], predicate: Bits): boolean {
    const { coverage, denyWins, found } = this;
    found.length = 0;
    coverage.find(path, tags, found, predicate);
    let allowed = false;
    for (const entry of found) {
      if ((entry & 1) === 0 ? allowed : !denyWins) continue;
      if (!coverage.includes(entry >>> 1)) continue;
      if ((entry & 1) === 1) return false;
      if (!denyWins) return true;
      allowed = true;
    }
    return allowed;
  }

  /** Collects all policies that apply to the holder; tells whether one of them allows. */
  private speak(path: string | undefined, tags: readonly Atom[], predicate: Bits, spoken: number[]): boolean {
    const { coverage, found } = this;
    found.length = 0;
    coverage.find(path, tags, found, predicate);
    let allowed = false;
    for (const entry of found) {
      if (!coverage.includes(entry >>> 1)) continue;
      spoken.push(entry >>> 1);
      if ((entry & 1) === 0) allowed = true;
    }
    return allowed;
  }

  private hold(tags: readonly string[]): void {
    this.coverage.release();
    for (const tag of tags) this.coverage.hold(this.atomsOfTag(tag, this.table.subjectPatterns, this.subjectTags));
  }

  /** Good until it is called again: one list serves all questions. */
  private tagsOf(tags: readonly string[]): readonly Atom[] {
    const { tagAtoms } = this;
    tagAtoms.length = 0;
    for (const tag of tags) for (const atom of this.atomsOfTag(tag, this.table.tagPatterns, this.objectTags)) tagAtoms.push(atom);
    return tagAtoms;
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
    const { coverage, found } = this;
    found.length = 0;
    coverage.find(path, tags, found);
    const { block, from, to } = this.keep(found);
    return { epoch: this.epoch, path, block, from, to, also, refused: undefined };
  }

  /** Writes a list behind the last one, denying ones first. A full block is left to the views that point into it and goes when they go. */
  private keep(entries: readonly number[]): { block: Block; from: number; to: number } {
    if (this.used + entries.length > this.block.length) [this.block, this.used] = [new Int32Array(Math.max(BLOCK, entries.length)), 0];
    const { block } = this;
    const from = this.used;
    let at = from;
    for (const entry of entries) if ((entry & 1) === 1) block[at++] = entry;
    for (const entry of entries) if ((entry & 1) === 0) block[at++] = entry;
    this.used = at;
    return { block, from, to: at };
  }

  private atomsOf(tags: readonly string[], patterns: PatternIndex, memory: Generations<string, readonly Atom[]>): readonly Atom[] {
    if (tags.length === 0) return NO_ATOMS;
    const all: Atom[] = [];
    for (const tag of tags) for (const atom of this.atomsOfTag(tag, patterns, memory)) all.push(atom);
    return all;
  }

  private atomsOfTag(tag: string, patterns: PatternIndex, memory: Generations<string, readonly Atom[]>): readonly Atom[] {
    const known = memory.get(tag);
    if (known !== undefined) return known;
    const found: Atom[] = [];
    patterns.match(tag, found);
    return memory.set(tag, found.length === 0 ? NO_ATOMS : found);
  }

  private noBits(): Bits {
    return new Uint32Array((this.table.slots.length + 31) >>> 5);
  }
}

const unjudgeable = (detail: string): Verdict => ({ allow: false, cause: 'unjudgeable', policies: [], detail });
/** All readings of the asked paths, each once; one `undefined` where tags alone describe the object; or why they cannot be judged. */
function readingsOf(raw: readonly string[]): readonly (string | undefined)[] | string {
  const [only] = raw;
  if (only === undefined) return [undefined];
  if (raw.length === 1 && isNormal(only)) return raw;
  const paths = new Set<string>();
  for (const one of raw) {
    const normal = normalPath(one);
    if ('refused' in normal) return normal.refused;
    for (const path of normal.paths) paths.add(path);
  }
  return [...paths];
}

const set = (bits: Bits, slot: number): void => {
  bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
};
