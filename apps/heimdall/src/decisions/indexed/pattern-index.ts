import { compileGlob, isAscii, isLiteral, type Matcher, MAX_TEXT } from '../glob.js';

/** Number of a pattern; equal patterns share one. */
export type Atom = number;

/** Patterns that the trie cannot follow any further, with the literal text they go on with. */
interface Rest { readonly head: string; readonly matches: Matcher; readonly atom: Atom }

/** A place in the trie: everything read so far was literal segments or single stars. */
class Node {
  /** Literal segments by their hash; `next` chains those of one hash. */
  kids: Map<number, Node> | undefined;
  next: Node | undefined;
  /** Behind a `*` that ends at the first, or at the second delimiter. */
  starFirst: Node | undefined;
  starSecond: Node | undefined;
  /** The pattern that ends here, with `*` from here, with `**` from here. */
  end: Atom = -1;
  star: Atom = -1;
  deep: Atom = -1;
  rest: Rest[] | undefined;

  constructor(readonly segment: string) {}
}

type Place = { node: Node; kind: 'end' | 'star' | 'deep' } | { node: Node; kind: 'rest'; head: string };

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
  private readonly root = new Node('');
  private inTrie = 0;

  private readonly first: number;
  private readonly second: number;
  /** Segments of the text being matched: where each ends and its hash. A text of 4,096 characters has no more than that and one. */
  private readonly ends = new Int32Array(MAX_TEXT + 1);
  private readonly hashes = new Int32Array(MAX_TEXT + 1);

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
    if (raw.length <= MAX_TEXT) this.matchNormal(isAscii(raw) ? raw : raw.normalize('NFC'), into);
  }

  /** The same for a text that is in NFC already. */
  matchNormal(text: string, into: Atom[]): void {
    if (text.length > MAX_TEXT) return;
    const exact = this.exact.get(text);
    if (exact !== undefined) into.push(exact);
    if (this.inTrie === 0) return;
    this.cut(text);
    this.walk(this.root, text, 0, into);
  }

  private walk(node: Node, text: string, at: number, into: Atom[]): void {
    if (node.deep >= 0) into.push(node.deep);
    const from = at === 0 ? 0 : (this.ends[at - 1] as number);
    if (node.rest !== undefined) {
      for (const { atom, head, matches } of node.rest) if (text.startsWith(head, from) && matches(text)) into.push(atom);
    }
    const end = this.ends[at] as number;
    const delimiter = end > from ? text.charCodeAt(end - 1) : 0;
    const kid = node.kids === undefined ? undefined : childOf(node.kids, this.hashes[at] as number, text, from, end);
    if (delimiter !== this.first && delimiter !== this.second) {
      if (kid !== undefined && kid.end >= 0) into.push(kid.end);
      if (node.star >= 0) into.push(node.star);
      return;
    }
    if (kid !== undefined) this.walk(kid, text, at + 1, into);
    const star = delimiter === this.first ? node.starFirst : node.starSecond;
    if (star !== undefined) this.walk(star, text, at + 1, into);
  }

  /** Cuts a text into segments, each with its delimiter; the last one has none and may be empty. */
  private cut(text: string): void {
    let count = 0;
    let hash = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      hash = (Math.imul(hash, 31) + code) & 0x3fff_ffff;
      if (code !== this.first && code !== this.second) continue;
      this.ends[count] = i + 1;
      this.hashes[count] = hash;
      count += 1;
      hash = 0;
    }
    this.ends[count] = text.length;
    this.hashes[count] = hash;
  }

  private plant(pattern: string, atom: Atom): void {
    this.inTrie += 1;
    const place = this.placeOf(pattern);
    if (place.kind === 'rest') (place.node.rest ??= []).push({ head: place.head, matches: compileGlob(pattern, this.delimiters), atom });
    else place.node[place.kind] = atom;
  }

  private uproot(pattern: string, atom: Atom): void {
    this.inTrie -= 1;
    const place = this.placeOf(pattern);
    if (place.kind === 'rest') place.node.rest = place.node.rest?.filter((one) => one.atom !== atom);
    else place.node[place.kind] = -1;
  }

  /** Where a pattern belongs; makes the nodes on the way. */
  private placeOf(pattern: string): Place {
    this.cut(pattern);
    let node = this.root;
    for (let at = 0; ; at += 1) {
      const from = at === 0 ? 0 : (this.ends[at - 1] as number);
      const segment = pattern.slice(from, this.ends[at]);
      const delimiter = segment.charCodeAt(segment.length - 1);
      const delimited = delimiter === this.first || delimiter === this.second;
      if (segment === '**') return { node, kind: 'deep' };
      if (segment === '*') return { node, kind: 'star' };
      if (delimited && segment.length === 2 && segment.startsWith('*')) {
        node = delimiter === this.first ? (node.starFirst ??= new Node('')) : (node.starSecond ??= new Node(''));
      } else if (!isLiteral(segment)) {
        return { node, kind: 'rest', head: /^[^?*[\]{}\\]*/.exec(segment)?.[0] ?? '' };
      } else {
        node = addChild(node.kids ??= new Map(), this.hashes[at] as number, segment);
        if (!delimited) return { node, kind: 'end' };
      }
    }
  }
}

function childOf(kids: Map<number, Node>, hash: number, text: string, from: number, end: number): Node | undefined {
  let kid = kids.get(hash);
  while (kid !== undefined && !(kid.segment.length === end - from && text.startsWith(kid.segment, from))) kid = kid.next;
  return kid;
}

function addChild(kids: Map<number, Node>, hash: number, segment: string): Node {
  const head = kids.get(hash);
  for (let kid = head; kid !== undefined; kid = kid.next) if (kid.segment === segment) return kid;
  const made = new Node(segment);
  made.next = head;
  kids.set(hash, made);
  return made;
}

/** One spelling of a pattern: NFC, and no run of stars longer than two, as longer ones mean the same. */
const canonical = (pattern: string): string => {
  const normal = pattern.normalize('NFC');
  return normal.includes('\\') ? normal : normal.replaceAll(/\*{3,}/g, '**');
};
