/** Keys that are credentials themselves, so that a value such as `a=b` below them is not taken for properties. */
const CREDENTIALS = new Set(['username', 'password']);

/**
 * The pairs of a secret as heimdall hands it out: either each value by itself, or all of them as one properties text
 * (`k=v` lines) under a single key.
 */
export function parseSecret(data: readonly { key: string; base64Value: string }[]): Record<string, string> {
  const entries = data.map(({ key, base64Value }) => [key, Buffer.from(base64Value, 'base64').toString('utf8')] as const);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && !CREDENTIALS.has(only[0]) && isProperties(only[1])) return properties(only[1]);
  return Object.fromEntries(entries);
}

const isProperties = (text: string): boolean => text.split('\n').filter((line) => line.trim() !== '').every((line) => /^[A-Za-z0-9._-]+\s*=/.test(line));

function properties(text: string): Record<string, string> {
  const pairs = text.split('\n').filter((line) => line.includes('=')).map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at).trim(), line.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
