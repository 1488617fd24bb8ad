/**
 * Policy patterns as small automata. A hand-made automaton instead of a RegExp: matching takes time proportional to
 * pattern times text whatever an author writes, so no pattern can stall the decision point.
 */
type Step =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'inside' }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly kind: 'split'; a: number; b: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'match' };

/** Delimiters: tags and predicates have levels by `:`, paths by `:` and `/`. */
export const TAG_DELIMITERS = ':' as const;
export const PATH_DELIMITERS = ':/' as const;

export type Matcher = (value: string) => boolean;

const META = /[?*[\]{}\\]/;
/** Longer texts match nothing: no address or tag is this long. */
export const MAX_TEXT = 4096;

/** Whether a pattern can only match itself. */
export const isLiteral = (pattern: string): boolean => !META.test(pattern);

/** Compiles a pattern; texts are compared after Unicode normalisation NFC. */
export function compileGlob(source: string, delimiters: string): Matcher {
  const pattern = source.normalize('NFC');
  if (/^\*{2,}$/.test(pattern)) return (value) => value.length <= MAX_TEXT;
  if (isLiteral(pattern)) return (value) => value.normalize('NFC') === pattern;
  const program = new Compiler(pattern, delimiters).compile();
  return (value) => value.length <= MAX_TEXT && run(program, value.normalize('NFC'), delimiters);
}

class Compiler {
  private readonly steps: Step[] = [];
  private at = 0;
  private previous = '';

  constructor(private readonly pattern: string, private readonly delimiters: string) {}

  compile(): readonly Step[] {
    this.sequence(false);
    this.steps.push({ kind: 'match' });
    return this.steps;
  }

  private sequence(nested: boolean): void {
    while (this.at < this.pattern.length) {
      const char = this.pattern[this.at] ?? '';
      if (nested && (char === ',' || char === '}')) return;
      this.at += 1;
      const before = this.previous;
      this.previous = char;
      if (char === '*') this.star(before);
      else if (char === '{') this.alternatives();
      else this.steps.push(this.single(char));
    }
  }

  private single(char: string): Step {
    if (char === '?') return { kind: 'inside' };
    if (char === '[') return this.list();
    if (char === '\\') return { kind: 'char', char: this.pattern[this.at++] ?? '' };
    return { kind: 'char', char };
  }

  private star(before: string): void {
    const start = this.at;
    while (this.pattern[this.at] === '*') this.at += 1;
    if (this.at === start) return this.loop({ kind: 'inside' });
    const next = this.pattern[this.at] ?? '';
    // Between two equal delimiters a `**` may vanish together with one of them: `a:**:b` also means `a:b`.
    if (next !== '' && next === before && this.delimiters.includes(next)) {
      this.at += 1;
      const split: Step = { kind: 'split', a: this.steps.length + 1, b: 0 };
      this.steps.push(split);
      this.loop({ kind: 'any' });
      this.steps.push({ kind: 'char', char: next });
      split.b = this.steps.length;
      this.previous = next;
      return;
    }
    this.loop({ kind: 'any' });
  }

  private loop(step: Step): void {
    const top = this.steps.length;
    this.steps.push({ kind: 'split', a: top + 1, b: top + 3 }, step, { kind: 'jump', to: top });
  }

  private alternatives(): void {
    const ends: { kind: 'jump'; to: number }[] = [];
    for (;;) {
      const split: Step = { kind: 'split', a: this.steps.length + 1, b: 0 };
      this.steps.push(split);
      this.previous = '';
      this.sequence(true);
      const end: { kind: 'jump'; to: number } = { kind: 'jump', to: 0 };
      ends.push(end);
      this.steps.push(end);
      split.b = this.steps.length;
      const closing = this.pattern[this.at];
      this.at += 1;
      if (closing !== ',') break;
    }
    // The last split's second way leads to a step that nothing passes: an empty set.
    this.steps.push({ kind: 'set', negated: false, ranges: [] });
    for (const end of ends) end.to = this.steps.length;
    this.previous = '';
  }

  private list(): Step {
    const negated = this.pattern[this.at] === '!';
    if (negated) this.at += 1;
    const ranges: [string, string][] = [];
    while (this.at < this.pattern.length && this.pattern[this.at] !== ']') {
      const from = this.listChar();
      const ranged = this.pattern[this.at] === '-' && this.pattern[this.at + 1] !== ']' && this.at + 1 < this.pattern.length;
      if (ranged) this.at += 1;
      ranges.push([from, ranged ? this.listChar() : from]);
    }
    this.at += 1;
    return { kind: 'set', negated, ranges };
  }

  private listChar(): string {
    if (this.pattern[this.at] === '\\') this.at += 1;
    return this.pattern[this.at++] ?? '';
  }
}

function run(program: readonly Step[], text: string, delimiters: string): boolean {
  let current = new Uint32Array(program.length);
  let next = new Uint32Array(program.length);
  const seen = new Uint32Array(program.length);
  let count = follow(program, current, 0, seen, 0, 1);
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    let kept = 0;
    for (let k = 0; k < count; k += 1) {
      const at = current[k] ?? 0;
      const step = program[at];
      if (step && accepts(step, char, delimiters)) kept = follow(program, next, kept, seen, at + 1, i + 2);
    }
    if (kept === 0) return false;
    [current, next, count] = [next, current, kept];
  }
  for (let k = 0; k < count; k += 1) if (program[current[k] ?? 0]?.kind === 'match') return true;
  return false;
}

/** Adds the steps reachable from `start` without reading a character; `mark` tells this round from earlier ones. */
function follow(program: readonly Step[], list: Uint32Array, count: number, seen: Uint32Array, start: number, mark: number): number {
  const stack = [start];
  while (stack.length > 0) {
    const at = stack.pop() ?? 0;
    if (seen[at] === mark) continue;
    seen[at] = mark;
    const step = program[at];
    if (step?.kind === 'split') stack.push(step.a, step.b);
    else if (step?.kind === 'jump') stack.push(step.to);
    else list[count++] = at;
  }
  return count;
}

function accepts(step: Step, char: string, delimiters: string): boolean {
  if (step.kind === 'char') return step.char === char;
  if (step.kind === 'any') return true;
  if (step.kind === 'inside') return !delimiters.includes(char);
  if (step.kind === 'set') return !delimiters.includes(char) && step.ranges.some(([from, to]) => from <= char && char <= to) !== step.negated && (step.negated || step.ranges.length > 0);
  return false;
}
