import { compileGlob, isLiteral, type Matcher, MAX_TEXT } from '../glob.js';

/** Number of a pattern; equal patterns share one. */
export type Atom = number;

/** Patterns that the trie cannot follow any further, with the literal text they go on with. */
interface Rest { readonly head: string; readonly matches: Matcher; readonly atom: Atom }

/** A place in the trie: everything read so far was literal segments or single stars. */
class Node {
  kids: Map<string, Node> | undefined;
  /** Behind a `*` that ends at this delimiter. */
  stars: Map<string, Node> | undefined;
  /** Patterns that end with exactly this last segment. */
  ends: Map<string, Atom> | undefined;
  /** The pattern that ends with `*` here, and the one that ends with `**`. */
  star: Atom = -1;
  deep: Atom = -1;
  rest: Rest[] | undefined;
}

type Place = { node: Node; kind: 'ends'; key: string } | { node: Node; kind: 'star' | 'deep' } | { node: Node; kind: 'rest'; head: string };

/**
 * Finds all patterns that match a text without trying each of them. Patterns are cut at delimiters into a trie; literal
 * segments are looked up, a `*` or a closing `**` is followed, and only the rest is left to the pattern's automaton.
 */
export class PatternIndex {
  private readonly atoms = new Map<string, Atom>();
  private readonly patterns: (string | undefined)[] = [];
  private readonly uses: number[] = [];
  private readonly free: Atom[] = [];
  private readonly exact = new Map<string, Atom>();
  private readonly root = new Node();
  private inTrie = 0;

  private readonly first: number;
  private readonly second: number;

  /** `delimiters`: one or two characters. */
  constructor(private readonly delimiters: string) {
    this.first = delimiters.charCodeAt(0);
    this.second = delimiters.charCodeAt(delimiters.length - 1);
  }

  /** Above every atom in use. */
  get size(): number {
    return this.patterns.length;
  }

  /** The atom of a pattern, new or known; each `add` needs one `remove`. */
  add(source: string): Atom {
    const pattern = canonical(source);
    const known = this.atoms.get(pattern);
    if (known !== undefined) {
      this.uses[known] = (this.uses[known] ?? 0) + 1;
      return known;
    }
    const atom = this.free.pop() ?? this.patterns.length;
    this.patterns[atom] = pattern;
    this.uses[atom] = 1;
    this.atoms.set(pattern, atom);
    if (isLiteral(pattern)) this.exact.set(pattern, atom);
    else this.plant(pattern, atom);
    return atom;
  }

  remove(atom: Atom): void {
    const uses = (this.uses[atom] ?? 0) - 1;
    this.uses[atom] = uses;
    const pattern = this.patterns[atom];
    if (uses > 0 || pattern === undefined) return;
    this.patterns[atom] = undefined;
    this.atoms.delete(pattern);
    this.free.push(atom);
    if (isLiteral(pattern)) this.exact.delete(pattern);
    else this.uproot(pattern, atom);
  }

  /** A literal pattern is held by few; the index prefers to start from it. */
  isLiteral(atom: Atom): boolean {
    return isLiteral(this.patterns[atom] ?? '');
  }

  /** All literal patterns in use. */
  literals(): string[] {
    return [...this.exact.keys()];
  }

  /** Appends the atoms of all patterns that match `raw` to `into`. */
  match(raw: string, into: Atom[]): void {
    if (raw.length > MAX_TEXT) return;
    const text = isAscii(raw) ? raw : raw.normalize('NFC');
    const exact = this.exact.get(text);
    if (exact !== undefined) into.push(exact);
    if (this.inTrie > 0) this.walk(this.root, text, 0, into);
  }

  private walk(node: Node, text: string, from: number, into: Atom[]): void {
    if (node.deep >= 0) into.push(node.deep);
    if (node.rest !== undefined) {
      for (const { atom, head, matches } of node.rest) if (text.startsWith(head, from) && matches(text)) into.push(atom);
    }
    const end = this.segmentEnd(text, from);
    if (end === text.length && !this.isDelimited(text, from, end)) {
      const last = node.ends?.get(from === 0 ? text : text.slice(from));
      if (last !== undefined) into.push(last);
      if (node.star >= 0) into.push(node.star);
      return;
    }
    const kid = node.kids?.get(text.slice(from, end));
    if (kid !== undefined) this.walk(kid, text, end, into);
    const star = node.stars?.get(text[end - 1] ?? '');
    if (star !== undefined) this.walk(star, text, end, into);
  }

  /** Where the segment that starts at `from` ends, its delimiter included. */
  private segmentEnd(text: string, from: number): number {
    for (let i = from; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === this.first || code === this.second) return i + 1;
    }
    return text.length;
  }

  private isDelimited(text: string, from: number, end: number): boolean {
    if (end === from) return false;
    const code = text.charCodeAt(end - 1);
    return code === this.first || code === this.second;
  }

  private plant(pattern: string, atom: Atom): void {
    this.inTrie += 1;
    const place = this.placeOf(pattern);
    if (place.kind === 'ends') (place.node.ends ??= new Map()).set(place.key, atom);
    else if (place.kind === 'rest') (place.node.rest ??= []).push({ head: place.head, matches: compileGlob(pattern, this.delimiters), atom });
    else place.node[place.kind] = atom;
  }

  private uproot(pattern: string, atom: Atom): void {
    this.inTrie -= 1;
    const place = this.placeOf(pattern);
    if (place.kind === 'ends') place.node.ends?.delete(place.key);
    else if (place.kind === 'rest') place.node.rest = place.node.rest?.filter((one) => one.atom !== atom);
    else place.node[place.kind] = -1;
  }

  /** Where a pattern belongs; makes the nodes on the way. */
  private placeOf(pattern: string): Place {
    let node = this.root;
    for (let from = 0; ; ) {
      const end = this.segmentEnd(pattern, from);
      const segment = pattern.slice(from, end);
      const delimited = this.isDelimited(pattern, from, end);
      if (segment === '**') return { node, kind: 'deep' };
      if (segment === '*') return { node, kind: 'star' };
      if (delimited && segment.length === 2 && segment.startsWith('*')) {
        node = child(node.stars ??= new Map(), segment.slice(1));
      } else if (!isLiteral(segment)) {
        return { node, kind: 'rest', head: /^[^?*[\]{}\\]*/.exec(segment)?.[0] ?? '' };
      } else if (delimited) {
        node = child(node.kids ??= new Map(), segment);
      } else {
        return { node, kind: 'ends', key: segment };
      }
      from = end;
    }
  }
}

function child(map: Map<string, Node>, key: string): Node {
  let node = map.get(key);
  if (node === undefined) map.set(key, (node = new Node()));
  return node;
}

/** One spelling of a pattern: NFC, and no run of stars longer than two, as longer ones mean the same. */
const canonical = (pattern: string): string => {
  const normal = pattern.normalize('NFC');
  return normal.includes('\\') ? normal : normal.replaceAll(/\*{3,}/g, '**');
};

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
