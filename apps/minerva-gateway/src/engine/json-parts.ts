/**
 * The members of a JSON object as pieces of its own text. The values of a foreign page are handed on byte for byte: a parser would
 * round whole numbers beyond 2^53.
 */
export function jsonParts(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  const scanner = new Scanner(text);
  scanner.symbol('{');
  if (scanner.accept('}')) return parts;
  for (;;) {
    const name = JSON.parse(scanner.value()) as string;
    scanner.symbol(':');
    parts.set(name, scanner.value());
    if (scanner.accept('}')) return parts;
    scanner.symbol(',');
  }
}

class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  accept(symbol: string): boolean {
    this.space();
    if (this.text[this.at] !== symbol) return false;
    this.at += 1;
    return true;
  }

  symbol(symbol: string): void {
    if (!this.accept(symbol)) throw new Error(`not the JSON expected: no ${symbol} at ${this.at}`);
  }

  /** The next value, unparsed. */
  value(): string {
    this.space();
    const start = this.at;
    let depth = 0;
    do {
      const char = this.text[this.at];
      if (char === undefined) throw new Error('the JSON ends too early');
      if (char === '"') this.string();
      else if (char === '{' || char === '[') [depth, this.at] = [depth + 1, this.at + 1];
      else if (char === '}' || char === ']') [depth, this.at] = [depth - 1, this.at + 1];
      else if (depth === 0) this.bare();
      else this.at += 1;
    } while (depth > 0);
    return this.text.slice(start, this.at);
  }

  private string(): void {
    for (let end = this.text.indexOf('"', this.at + 1); end !== -1; end = this.text.indexOf('"', end + 1)) {
      let slashes = 0;
      while (this.text[end - 1 - slashes] === '\\') slashes += 1;
      if (slashes % 2 === 1) continue;
      this.at = end + 1;
      return;
    }
    throw new Error('the JSON ends within a text');
  }

  private bare(): void {
    const start = this.at;
    while (/[\w.+-]/.test(this.text[this.at] ?? '')) this.at += 1;
    if (this.at === start) throw new Error(`not the JSON expected at ${start}`);
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
