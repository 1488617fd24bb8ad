import vm from 'node:vm';
import { literal, type Literal, xsd } from '../graph/term.js';
import type { Budget } from './budget.js';
import type { Value } from './values.js';

const plain = /^[^\\^$.*+?()[\]{}|]*$/;
const slowest = 200;
const script = new vm.Script('replacement === undefined ? expression.test(text) : text.replace(expression, replacement)');

/** A literal that is text, with or without a language. */
export const textOf = (value: Value): Literal | undefined =>
  value?.termType === 'Literal' && (value.datatype === xsd.string || value.language !== '') ? value : undefined;

/** A new text of the same kind as `like`. */
export const asText = (like: Literal, value: string): Literal => literal(value, xsd.string, like.language);

/** Whether two texts may be combined: the second without language, or both with the same. */
export const fits = (a: Literal, b: Literal): boolean => b.language === '' || a.language === b.language;

function expressionOf(pattern: string, flags: string, all: boolean): RegExp | undefined {
  if (!/^[ismxq]*$/.test(flags)) return undefined;
  const source = flags.includes('q') ? pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&') : flags.includes('x') ? pattern.replaceAll(/\s+/g, '') : pattern;
  try {
    return new RegExp(source, `u${all ? 'g' : ''}${[...new Set(flags)].filter((flag) => 'ism'.includes(flag)).join('')}`);
  } catch {
    return undefined;
  }
}

/** A pattern is user input: one that backtracks without end is stopped, not waited for. */
function run<T>(budget: Budget, sandbox: Record<string, unknown>): T {
  try {
    return script.runInContext(vm.createContext(sandbox), { timeout: Math.min(slowest, budget.left) }) as T;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw budget.late();
    throw error;
  }
}

export function matches(budget: Budget, text: string, pattern: string, flags: string): boolean | undefined {
  if (flags === '' && plain.test(pattern)) return text.includes(pattern);
  if (flags === 'i' && plain.test(pattern)) return text.toLowerCase().includes(pattern.toLowerCase());
  const expression = expressionOf(pattern, flags, false);
  return expression === undefined ? undefined : run(budget, { expression, text, replacement: undefined });
}

export function replaced(budget: Budget, text: string, pattern: string, replacement: string, flags: string): string | undefined {
  const expression = expressionOf(pattern, flags, true);
  if (expression === undefined || expression.test('')) return undefined;
  expression.lastIndex = 0;
  return run(budget, { expression, text, replacement: replacement.replaceAll(/\$(?!\d)/g, '$$$$').replaceAll('$0', '$$&') });
}
