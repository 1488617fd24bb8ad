import { raise } from '../emit/casts.js';
import { type Fragment, quote } from '../emit/fragment.js';
import { notSupported } from '../failure.js';
import { type FunctionRule, literalText, rule, text, whole } from './signature.js';

/** A step of a path: by name or, as digits, by name or place, whichever the value on the way has. */
interface Step { readonly name: string; readonly isDigits: boolean }

const STEP = /^(?:\.([A-Za-z0-9_]+)|\[(\d+)\]|\["([^"\\*]+)"\])/;
/** With each of them there are twice as many places to look. */
const MOST_DIGITS = 3;

/** The steps of a path; what Trino and the engine could read in two ways is refused. */
function stepsOf(path: string): Step[] {
  const steps: Step[] = [];
  let rest = path.startsWith('$') ? path.slice(1) : fault(path);
  while (rest !== '') {
    const [step = '', dotted, place, quoted] = STEP.exec(rest) ?? fault(path);
    const name = dotted ?? place ?? quoted ?? '';
    const isDigits = /^(?:0|[1-9]\d{0,8})$/.test(name);
    // Other texts that Java reads as a number.
    if (!isDigits && /^[+-]?\p{Nd}+$/u.test(name)) fault(path);
    steps.push({ name, isDigits });
    rest = rest.slice(step.length);
  }
  if (steps.filter(({ isDigits }) => isDigits).length > MOST_DIGITS) throw notSupported(`A JSON path with more than ${MOST_DIGITS} places`);
  return steps;
}

function fault(path: string): never {
  throw notSupported(`The JSON path ${path} (a path is $ with steps like .name, ["a name"] and [0])`);
}

/** The paths of the engine under which the value may be. There is one under one of them at most. */
function pathsOf(steps: readonly Step[]): string[] {
  let paths = ['$'];
  for (const { name, isDigits } of steps) paths = paths.flatMap((path) => [`${path}."${name}"`, ...(isDigits ? [`${path}[${name}]`] : [])]);
  return paths;
}

const at = (name: string, value: string, paths: readonly string[]): string => {
  const found = paths.map((path) => `${name}(${value}, ${quote(path)})`);
  return found.length === 1 ? (found[0] as string) : `coalesce(${found.join(', ')})`;
};

const STRINGS = '"(?:[^"\\\\]|\\\\.)*"';
/** JSON to the letter. The engine also takes NaN, infinities and a comma behind the last element. */
const isStrict = (value: string): string => `(json_valid(${value}) AND NOT regexp_matches(regexp_replace(${value}, ${quote(STRINGS)}, '""', 'g'), '[nN][aA]|[iI]|,[ \\t\\r\\n]*[\\]}]'))`;
/** Numbers as strings: the engine would write them anew (1e2 as 100.0), Trino gives them as they stand. A character that valid JSON cannot hold tells which of both was found. */
const numbersAsStrings = (value: string): string =>
  `replace(replace(regexp_replace(${value}, ${quote(`(${STRINGS})|(-?[0-9][0-9.eE+-]*)`)}, concat('\\1', chr(1), '\\2', chr(1)), 'g'), concat(chr(1), chr(1)), ''), chr(1), '"')`;

/**
 * Trino reads a text only as far as the value, and gives NULL where it is broken before. Which of both it would be the engine does not say,
 * so that a broken text is refused unless it cannot have the value: it begins with none of `begins`, or does not hold `name`.
 */
function broken(value: string, what: string, begins: string, type: string, name?: string): string {
  const holds = name === undefined ? '' : ` AND (contains(${value}, ${quote(name)}) OR contains(${value}, '\\'))`;
  return `CASE WHEN regexp_matches(${value}, '^[ \\t\\r\\n]*[${begins}]')${holds} THEN ${raise('NOT_SUPPORTED', `${what} of a text that begins like JSON and is none is not supported here`, type)} END`;
}

/** A NULL without type may be a text or JSON: Trino refuses to choose. Columns of the type json may hold a name twice, of which Trino takes the last. */
const ofText = (inner: FunctionRule): FunctionRule => (args, context) => {
  const kind = args[0]?.type.kind;
  if (kind === 'unknown') throw notSupported('A JSON function of a NULL without type');
  if (kind === 'json') throw notSupported('A JSON function of a value of the type json (there are those of texts only)');
  return inner(args, context);
};

function extractScalar([value = '']: string[], [, path]: Fragment[]): Fragment {
  const steps = stepsOf(literalText(path, 'A JSON path'));
  const paths = pathsOf(steps);
  const none = broken(value, 'json_extract_scalar', steps.length === 0 ? '-0-9"tfn' : '{\\[', 'VARCHAR', steps.findLast(({ isDigits }) => !isDigits)?.name);
  const kind = at('json_type', value, paths);
  return text(`CASE WHEN NOT ${isStrict(value)} THEN ${none} WHEN ${kind} IN ('VARCHAR', 'BOOLEAN') THEN ${at('json_extract_string', value, paths)}`
    + ` WHEN ${kind} IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE') THEN ${at('json_extract_string', numbersAsStrings(value), paths)} END`);
}

function arrayLength([value = '']: string[]): Fragment {
  return whole(`CASE WHEN NOT ${isStrict(value)} THEN ${broken(value, 'json_array_length', '\\[', 'BIGINT')} WHEN json_type(${value}) = 'ARRAY' THEN json_array_length(${value}) END`);
}

export const jsonFunctions: Record<string, FunctionRule> = {
  json_extract_scalar: ofText(rule(['text', 'text'], extractScalar)),
  json_array_length: ofText(rule(['text'], arrayLength)),
};
