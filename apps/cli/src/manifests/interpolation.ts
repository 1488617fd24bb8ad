import { type Document, isScalar, Scalar, visit } from 'yaml';
import { UsageError } from '../output/failure.js';

export type Variables = Readonly<Record<string, string | undefined>>;

/** `${NAME}` and `${{NAME}}`; with one more `$` in front it is meant as it stands. */
const reference = /\$?\$\{(?:\{\s*([A-Za-z_]\w*)\s*\}|([A-Za-z_]\w*))\}/g;
const number = /^(?:0|-?[1-9]\d{0,14})$/;

/** Replaces the references in one text; names that are not set are added to `missing`. */
export function interpolateText(text: string, variables: Variables, missing: Set<string>): string {
  return text.replaceAll(reference, (whole: string, doubled: string | undefined, single: string | undefined) => {
    if (whole.startsWith('$$')) return whole.slice(1);
    const name = doubled ?? single ?? '';
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) missing.add(name);
    return value ?? whole;
  });
}

/**
 * Replaces the references inside the values of a document, so that no value can change the structure around it.
 * An unquoted value that is one reference becomes a number or boolean if it looks like one, as YAML would read it.
 */
export function interpolate(document: Document, file: string, variables: Variables): void {
  const missing = new Set<string>();
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || !isScalar(node) || typeof node.value !== 'string') return;
      const before = node.value;
      const after = interpolateText(before, variables, missing);
      const whole = node.type === Scalar.PLAIN && after !== before && before.replace(reference, '') === '';
      node.value = whole ? typed(after) : after;
    },
  });
  if (missing.size > 0) {
    const names = [...missing];
    throw new UsageError(`${file} needs ${names.length > 1 ? 'variables that are' : 'a variable that is'} not set: ${names.join(', ')}. Export ${names.length > 1 ? 'them' : 'it'} and try again.`);
  }
}

function typed(text: string): string | number | boolean {
  if (number.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
