import { z } from 'zod';

/** Longest pattern a policy may hold; keeps every match bounded. */
export const MAX_PATTERN_LENGTH = 512;
/** Most alternatives (`{a,b}`) one pattern may hold in total. */
export const MAX_ALTERNATIVES = 64;
/** Deepest nesting of alternatives. */
export const MAX_NESTING = 4;

/** Says why a pattern cannot be used, or `undefined` when it can. Linear in the length of the text. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH) return `a pattern has at most ${MAX_PATTERN_LENGTH} characters`;
  if (pattern.startsWith('- ')) return 'starts with "- ": a YAML dash without a space was probably meant as a list';
  let depth = 0;
  let alternatives = 0;
  let list = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern[i];
    if (c === '\\') {
      i += 1;
      if (i >= pattern.length) return 'ends with a lone backslash';
    } else if (list) list = c !== ']';
    else if (c === '[') {
      list = true;
      if (pattern[i + 1] === '!') i += 1;
      if (pattern[i + 1] === ']') return 'has an empty list []';
    } else if (c === '{') {
      depth += 1;
      if (depth > MAX_NESTING) return `nests alternatives deeper than ${MAX_NESTING}`;
    } else if (c === ',' && depth > 0) alternatives += 1;
    else if (c === '}') {
      depth -= 1;
      if (depth < 0) return 'closes } without {';
    }
    if (alternatives > MAX_ALTERNATIVES) return `has more than ${MAX_ALTERNATIVES} alternatives`;
  }
  if (list) return 'opens [ without ]';
  return depth > 0 ? 'opens { without }' : undefined;
}

/** A glob as policies use it: `?`, `*`, `**`, `[a-z]`, `[!x]`, `{a,b}`, `\` escapes. */
export const Pattern = z
  .string()
  .min(1)
  .max(MAX_PATTERN_LENGTH)
  .superRefine((value, context) => {
    const fault = patternFault(value);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

/** The outer list means OR, an inner list means AND; a plain string is an inner list of one. */
export const TagExpression = z
  .array(z.union([Pattern, z.array(Pattern).min(1, 'an empty inner list would match everybody').max(32)]))
  .min(1)
  .max(256);
export type TagExpression = z.infer<typeof TagExpression>;

/** A tag held by a user or carried by an object. */
export const Tag = z.string().min(1).max(256);
