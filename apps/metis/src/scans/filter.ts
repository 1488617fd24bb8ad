import vm from 'node:vm';
import { type ScanFilter, ScanFilterRefused } from '@dataos/contracts-metis';
import { DomainError } from '@dataos/contracts-core';

const plainName = /^[\p{L}\p{N}_ -]+$/u;
/** A pattern is user input: one that backtracks without end is stopped, not waited for. */
const matchMs = 200;
const script = new vm.Script('(() => { const expression = new RegExp(source, "u"); return names.map((name) => expression.test(name)); })()');

/** The regular expression a pattern stands for, matching from the start of a name. */
export const expressionOf = (pattern: string): string => (plainName.test(pattern) ? `^${pattern}.*` : `^(?:${pattern})`);

/** Refuses a filter with a pattern that is no regular expression. */
export function checkFilter(filter: ScanFilter | undefined): void {
  for (const pattern of [...(filter?.includes ?? []), ...(filter?.excludes ?? [])]) {
    try {
      new RegExp(expressionOf(pattern), 'u');
    } catch (error) {
      throw refused(pattern, `is no regular expression: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/**
 * The names a filter keeps. Includes alone keep what matches, excludes alone drop what matches; with both, a name is kept
 * when it is included or not excluded.
 */
export function keepNames(names: readonly string[], filter: ScanFilter | undefined): string[] {
  const { includes, excludes } = filter ?? { includes: [], excludes: [] };
  if (names.length === 0 || (includes.length === 0 && excludes.length === 0)) return [...names];
  const included = matching(names, includes);
  const excluded = matching(names, excludes);
  if (excludes.length === 0) return names.filter((name) => included.has(name));
  return names.filter((name) => included.has(name) || !excluded.has(name));
}

function matching(names: readonly string[], patterns: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const matches = test(pattern, names);
    names.forEach((name, index) => matches[index] && found.add(name));
  }
  return found;
}

function test(pattern: string, names: readonly string[]): boolean[] {
  const sandbox = vm.createContext({ source: expressionOf(pattern), names: [...names] });
  try {
    return script.runInContext(sandbox, { timeout: matchMs }) as boolean[];
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw refused(pattern, `takes longer than ${matchMs} ms to match`);
  }
}

const refused = (pattern: string, why: string): DomainError =>
  new DomainError(ScanFilterRefused, `The pattern ${JSON.stringify(pattern)} ${why}.`, { pattern });
