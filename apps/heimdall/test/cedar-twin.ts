import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessPolicy, Question } from '../src/decisions/decide.js';
import { PATH_DELIMITERS, TAG_DELIMITERS } from '../src/decisions/glob.js';
import { canonicalPath } from '../src/decisions/object-path.js';
import { patternOracle } from './pattern-oracle.js';

type Matches = (text: string) => boolean;
type Expression = readonly (string | readonly string[])[];

/**
 * The same policies in Cedar. Cedar joins, combines and decides; its `like` also reads the path patterns it can express. The
 * other wildcards are beyond it: of those it is told by the regular expressions of the specification which ones hold.
 */
export function cedarTwin(policies: readonly AccessPolicy[]): (question: Question) => boolean {
  const text = Object.fromEntries(policies.map((policy) => [policy.name, policyOf(policy)]));
  const parsed = preparsePolicySet('twin', { staticPolicies: text });
  if (parsed.type === 'failure') throw new Error(`Cedar does not take the policies: ${JSON.stringify(parsed.errors)}`);
  const rules = policies.map(({ rule }) => rule);
  const oracles = {
    subject: oraclesOf(rules.flatMap((rule) => flat(rule.subjects.tags)), TAG_DELIMITERS),
    predicate: oraclesOf(rules.flatMap((rule) => rule.predicates.map((one) => one.toLowerCase())), TAG_DELIMITERS),
    path: oraclesOf(rules.flatMap((rule) => rule.objects.paths ?? []), PATH_DELIMITERS),
    object: oraclesOf(rules.flatMap((rule) => flat(rule.objects.tags ?? [])), TAG_DELIMITERS),
  };
  return (question) => {
    const paths: (string | undefined)[] = question.paths.length === 0 && question.objectTags.length > 0 ? [undefined] : [];
    for (const raw of question.paths) {
      const normal = canonicalPath(raw);
      if ('refused' in normal) return false;
      paths.push(...normal.paths);
    }
    const context = {
      subject: holding(oracles.subject, question.subjectTags), object: holding(oracles.object, question.objectTags),
      predicate: holding(oracles.predicate, question.predicates.map((one) => one.toLowerCase())),
    };
    return paths.length > 0 && paths.every((path) => allowed({ ...context, ...(path === undefined ? {} : { path, patterns: holding(oracles.path, [path]) }) }));
  };
}

function allowed(context: Record<string, string | string[]>): boolean {
  const answer = statefulIsAuthorized({
    principal: { type: 'User', id: 'u' }, action: { type: 'Action', id: 'a' }, resource: { type: 'Object', id: 'o' }, context, entities: [], preparsedPolicySetId: 'twin',
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  // Cedar skips a policy that fails while it is evaluated; here none may.
  if (answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer.response.diagnostics.errors));
  return answer.response.decision === 'allow';
}

function policyOf({ rule }: AccessPolicy): string {
  const conditions = [
    expressionOf('subject', rule.subjects.tags), `(${rule.predicates.map((one) => holds('predicate', one.toLowerCase())).join(' || ')})`,
    ...(rule.objects.paths ? [`context has path && (${rule.objects.paths.map(pathCondition).join(' || ')})`] : []),
    ...(rule.objects.tags ? [expressionOf('object', rule.objects.tags)] : []),
  ];
  return `${rule.allow ? 'permit' : 'forbid'}(principal, action, resource) when { ${conditions.join(' && ')} };`;
}

const expressionOf = (attribute: string, expression: Expression): string =>
  `(${expression.map((clause) => `(${(typeof clause === 'string' ? [clause] : clause).map((one) => holds(attribute, one)).join(' && ')})`).join(' || ')})`;

function pathCondition(pattern: string): string {
  const plain = !/[?[\]{}\\]/.test(pattern) && !/(?:^|[^*])\*(?:[^*]|$)/.test(pattern) && !/([:/])\*{2,}\1/.test(pattern);
  return plain ? `context.path like ${JSON.stringify(pattern.normalize('NFC').replaceAll(/\*{2,}/g, '*'))}` : holds('patterns', pattern);
}

const holds = (attribute: string, pattern: string): string => `context.${attribute}.contains(${JSON.stringify(pattern)})`;
const flat = (expression: Expression): string[] => expression.flatMap((clause) => clause);
const oraclesOf = (patterns: readonly string[], delimiters: string): Map<string, Matches> => new Map(patterns.map((pattern) => [pattern, patternOracle(pattern, delimiters)]));
const holding = (oracles: Map<string, Matches>, texts: readonly string[]): string[] => [...oracles].filter(([, matches]) => texts.some(matches)).map(([pattern]) => pattern);
