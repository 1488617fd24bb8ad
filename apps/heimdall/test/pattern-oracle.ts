/** The translation table of the wildcard grammar into a regular expression, read literally: the second opinion on patterns. */
export function patternOracle(source: string, delimiters: string): (text: string) => boolean {
  const pattern = source.normalize('NFC');
  const inside = `[^${delimiters}]`;
  const translated = pattern.replaceAll(/\[!?[^\]]*\]|\{[^}]*\}|\*+|./gu, (part, at: number) => {
    if (part.startsWith('[!')) return `[^${part.slice(2, -1)}${delimiters}]`;
    if (part.startsWith('[')) return part;
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).replaceAll(',', '|')})`;
    if (part === '?') return inside;
    if (part === '*') return `${inside}*`;
    if (part.startsWith('*')) {
      const next = pattern[at + part.length];
      return next !== undefined && pattern[at - 1] === next && delimiters.includes(next) ? '\u0001' : '.*';
    }
    return part === '.' ? '\\.' : part;
  });
  // A vanished `**` takes the delimiter behind it along.
  const expression = new RegExp(`^${translated.replaceAll(/\u0001(.)/g, '(?:.*$1)?')}$`, 's');
  return (text) => expression.test(text.normalize('NFC'));
}
