import { blank, boolean, iri, literal, type Term } from '../graph/term.js';
import { builtin, type FunctionContext, SPECIAL_FORMS } from './functions.js';
import type { Solution } from './solutions.js';
import type { Aggregate, Expression, Operation, ParsedTerm, Pattern, TermOrVariable } from './syntax.js';
import { equal, fromTruth, truth, type Value } from './values.js';

/** What an expression sees beside its solution: the answers of EXISTS and of aggregates, worked out beforehand. */
export interface Scene extends FunctionContext {
  readonly solution: Solution;
  readonly exists?: (operation: Operation) => boolean;
  readonly aggregate?: (aggregate: Aggregate) => Value;
}

export const toTerm = (parsed: ParsedTerm): Term => {
  if (parsed.termType !== 'Literal') return parsed.termType === 'NamedNode' ? iri(parsed.value) : blank(parsed.value);
  return literal(parsed.value, parsed.datatype.value, parsed.language);
};

/** Whether a parsed node is a plain term or variable. */
export const isTerm = (node: object): node is TermOrVariable => 'termType' in node;

export function evaluate(expression: Expression, scene: Scene): Value {
  if (isTerm(expression)) return expression.termType === 'Variable' ? scene.solution.get(expression.value) : toTerm(expression);
  if (expression.type === 'aggregate') return scene.aggregate?.(expression);
  const name = expression.type === 'functionCall' ? expression.function.value : expression.operator;
  if (SPECIAL_FORMS.has(name)) return special(expression as Operation, scene);
  const args = (expression.args as readonly Expression[]).map((arg) => evaluate(arg, scene));
  if (args.some((arg) => arg === undefined)) return undefined;
  const given = args as Term[];
  const [only] = given;
  if (name === '-' && given.length === 1) return builtin('UMINUS')?.(given, scene);
  if (name === 'bnode' && only !== undefined) return blank(`${[...scene.solution.values()].map(({ value }) => value).join('|')}|${only.value}`);
  return builtin(name)?.(given, scene);
}

function special(operation: Operation, scene: Scene): Value {
  const args = operation.args as readonly Expression[];
  const [first, second, third] = args;
  if (first === undefined) return undefined;
  switch (operation.operator) {
    case '&&': case '||': return connective(operation.operator, first, second, scene);
    case 'in': case 'notin': return membership(operation, scene);
    case 'bound': return boolean(isTerm(first) && scene.solution.has(first.value));
    case 'coalesce': {
      for (const arg of args) {
        const value = evaluate(arg, scene);
        if (value !== undefined) return value;
      }
      return undefined;
    }
    case 'if': {
      const condition = truth(evaluate(first, scene));
      const chosen = condition ? second : third;
      return condition === undefined || chosen === undefined ? undefined : evaluate(chosen, scene);
    }
    default: {
      const found = scene.exists?.(operation);
      return found === undefined ? undefined : boolean(found === (operation.operator === 'exists'));
    }
  }
}

/** An error on one side counts only where the other side does not decide. */
function connective(operator: '&&' | '||', a: Expression, b: Expression | undefined, scene: Scene): Value {
  const decides = operator === '||';
  const left = truth(evaluate(a, scene));
  if (left === decides || b === undefined) return fromTruth(left);
  const right = truth(evaluate(b, scene));
  if (right === decides) return boolean(decides);
  return left === undefined || right === undefined ? undefined : boolean(!decides);
}

function membership({ operator, args }: Operation, scene: Scene): Value {
  const [item, list] = args as readonly [Expression, readonly Expression[]];
  const value = evaluate(item, scene);
  let failed = false;
  for (const candidate of list) {
    const same = equal(value, evaluate(candidate, scene));
    if (same === true) return boolean(operator === 'in');
    failed ||= same === undefined;
  }
  return failed ? undefined : boolean(operator === 'notin');
}

/** The EXISTS within an expression, whose patterns must be evaluated before it. */
export function existsIn(expression: Expression): { operation: Operation; pattern: Pattern }[] {
  if (isTerm(expression) || expression.type === 'aggregate') return [];
  if (expression.type === 'operation' && (expression.operator === 'exists' || expression.operator === 'notexists')) return [{ operation: expression, pattern: expression.args[0] as Pattern }];
  return (expression.args as readonly (Expression | readonly Expression[])[]).flatMap((arg) => (Array.isArray(arg) ? (arg as readonly Expression[]).flatMap(existsIn) : existsIn(arg as Expression)));
}

/** The aggregates within an expression. */
export function aggregatesIn(expression: Expression): Aggregate[] {
  if (isTerm(expression)) return [];
  if (expression.type === 'aggregate') return [expression];
  if (expression.type === 'operation' && expression.operator.endsWith('exists')) return [];
  return (expression.args as readonly (Expression | readonly Expression[])[]).flatMap((arg) => (Array.isArray(arg) ? (arg as readonly Expression[]).flatMap(aggregatesIn) : aggregatesIn(arg as Expression)));
}
