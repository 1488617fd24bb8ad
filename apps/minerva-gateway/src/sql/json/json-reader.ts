/** What stands at a place of a JSON text; `end` behind the last value. */
export type Token = '{' | '}' | '[' | ']' | 'name' | 'string' | 'integer' | 'float' | 'true' | 'false' | 'null' | 'end';

/** The text is no JSON, as far as it was read. */
export class BrokenJson extends Error {}
/** One for all: a broken text in each of a million rows must not cost a million stacks. */
const BROKEN = new BrokenJson('not JSON');
/** Trino's own reader has limits as well; what is beyond them fails there in ways of which none is worth keeping. */
const MOST = { levels: 1_000, name: 50_000 };

const WORDS = [['true', 116], ['false', 102], ['null', 110]] as const;
const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
/** Characters that go on with a name in Java, of which none may follow `true`. */
const JOINED = /[\p{L}\p{Nd}\p{Nl}\p{Mn}\p{Mc}\p{Pc}\p{Sc}\p{Cf}\u007f-\u009f]/u;
const QUOTE = 34;
const BACKSLASH = 92;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Reads a JSON text token by token, as Trino's reader (Jackson, with its settings) does: what stands behind the place asked for is not looked at,
 * a name may come twice, a number is its own text, and a string is read when it is asked for or passed over.
 */
export class JsonReader {
  token: Token = 'end';
  private at = 0;
  /** Of each level around: whether it is an object. */
  private readonly levels: boolean[] = [];
  /** Whether a value of this level has gone before. */
  private isAfterValue = false;
  private isAfterName = false;
  /** The string or number of the token; of a string not yet read, where it begins. */
  private value: string | undefined;
  private begin = -1;

  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  get depth(): number {
    return this.levels.length;
  }

  next(): Token {
    if (this.begin >= 0) this.readString();
    this.value = undefined;
    return (this.token = this.isAfterName ? this.valueBehindName() : this.nextHere());
  }

  /** The name, the string, or the number as it is written. */
  text(): string {
    return this.begin >= 0 ? this.readString() : (this.value ?? this.token);
  }

  /** Goes on to the end of an object or array that begins here; what is none is passed by the next step. */
  skip(): void {
    if (this.token !== '{' && this.token !== '[') return;
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  private valueBehindName(): Token {
    this.isAfterName = false;
    return this.valueHere(this.visible());
  }

  private nextHere(): Token {
    const isObject = this.levels.at(-1);
    let code = this.visible();
    if (isObject === undefined) return Number.isNaN(code) ? 'end' : this.valueHere(code);
    if (code === (isObject ? 125 : 93)) return this.close(isObject);
    if (this.isAfterValue) {
      if (code !== 44) throw BROKEN;
      this.at += 1;
      code = this.visible();
    }
    return isObject ? this.nameHere(code) : this.valueHere(code);
  }

  private close(isObject: boolean): Token {
    this.at += 1;
    this.levels.pop();
    this.isAfterValue = true;
    return isObject ? '}' : ']';
  }

  private nameHere(code: number): Token {
    if (code !== QUOTE) throw BROKEN;
    this.begin = this.at + 1;
    this.value = this.readString();
    if (this.value.length > MOST.name) throw new Error('TRINO:NOT_SUPPORTED:A JSON text with so long a name');
    if (this.visible() !== 58) throw BROKEN;
    this.at += 1;
    this.isAfterName = true;
    return 'name';
  }

  private valueHere(code: number): Token {
    this.isAfterValue = true;
    if (code === QUOTE) {
      this.begin = this.at + 1;
      return 'string';
    }
    if (code === 123 || code === 91) {
      if (this.levels.length === MOST.levels) throw new Error('TRINO:NOT_SUPPORTED:A JSON text with so many levels');
      this.at += 1;
      this.levels.push(code === 123);
      this.isAfterValue = false;
      return code === 123 ? '{' : '[';
    }
    if (code === 45 || isDigit(code)) return this.numberHere();
    for (const [word, first] of WORDS) if (code === first) return this.wordHere(word);
    throw BROKEN;
  }

  private wordHere(word: 'true' | 'false' | 'null'): Token {
    if (!this.source.startsWith(word, this.at)) throw BROKEN;
    this.at += word.length;
    const code = this.source.charCodeAt(this.at);
    if (code >= 48 && JOINED.test(this.source.charAt(this.at))) throw BROKEN;
    return word;
  }

  private numberHere(): Token {
    const { source } = this;
    const start = this.at;
    if (source.charCodeAt(this.at) === 45) this.at += 1;
    const isZero = source.charCodeAt(this.at) === 48;
    this.digits();
    // No zero before other digits.
    if (isZero && isDigit(source.charCodeAt(start + (source.charCodeAt(start) === 45 ? 2 : 1)))) throw BROKEN;
    let token: Token = 'integer';
    if (source.charCodeAt(this.at) === 46) {
      this.at += 1;
      this.digits();
      token = 'float';
    }
    if ((source.charCodeAt(this.at) | 32) === 101) {
      this.at += 1;
      const sign = source.charCodeAt(this.at);
      if (sign === 43 || sign === 45) this.at += 1;
      this.digits();
      token = 'float';
    }
    const behind = source.charCodeAt(this.at);
    if (this.levels.length === 0 && !Number.isNaN(behind) && !isSpace(behind)) throw BROKEN;
    this.value = source.slice(start, this.at);
    return token;
  }

  private digits(): void {
    const start = this.at;
    while (isDigit(this.source.charCodeAt(this.at))) this.at += 1;
    if (this.at === start) throw BROKEN;
  }

  private readString(): string {
    const { source } = this;
    let from = this.begin;
    let read = '';
    this.begin = -1;
    for (let at = from; ; at += 1) {
      const code = source.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return (this.value = read + source.slice(from, at));
      }
      // Also where the text ends: that is not a number.
      if (!(code >= 32)) throw BROKEN;
      if (code !== BACKSLASH) continue;
      read += source.slice(from, at) + this.escaped(at + 1);
      at += source.charAt(at + 1) === 'u' ? 5 : 1;
      from = at + 1;
    }
  }

  private escaped(at: number): string {
    const char = this.source.charAt(at);
    if (char !== 'u') return ESCAPES[char] ?? broken();
    const digits = this.source.slice(at + 1, at + 5);
    return /^[0-9a-fA-F]{4}$/.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : broken();
  }

  /** The next character that is no white space, and moves there. */
  private visible(): number {
    for (;;) {
      const code = this.source.charCodeAt(this.at);
      if (isSpace(code)) this.at += 1;
      else return code;
    }
  }
}

function broken(): never {
  throw BROKEN;
}

/** What `read` makes of a text, from its first token on; `undefined` where the text is broken before that is done. */
export function reading<T>(text: string, read: (reader: JsonReader) => T): T | undefined {
  const reader = new JsonReader(text);
  try {
    reader.next();
    return read(reader);
  } catch (error) {
    if (error instanceof BrokenJson) return undefined;
    throw error;
  }
}
