/** The same policies in casbin and CASL, as fast as each of them allows. */
import { createMongoAbility, subject as typed } from '@casl/ability';
import { newEnforcer, newModelFromString } from 'casbin';
import type { WorkObject, WorkPolicy, WorkRule, Workload } from './heimdall-workload.ts';

export type Decider = (i: number) => boolean;

/** The workload's globs as a regular expression: `*` within a level, `**` across levels. */
const expressionOf = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll(/\*\*|\*|[.+?^${}()|[\]\\]/g, (part) => (part === '**' ? '.*' : part === '*' ? '[^:/]*' : `\\${part}`))}$`);
const meets = (clauses: WorkRule['subjects']['tags'], tags: ReadonlySet<string>): boolean => clauses.some((clause) => clause.every((tag) => tags.has(tag)));

const MODEL = `
[request_definition]
r = subject, predicate, object
[policy_definition]
p = name, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = applies(p.name, r.subject, r.predicate, r.object)
`;

/** casbin with one function that knows the whole rule: what it does per policy is the least it can do. */
export async function casbin({ objects, policies, requests, subjects }: Workload): Promise<Decider> {
  const enforcer = await newEnforcer(newModelFromString(MODEL));
  const rules = new Map(policies.map(({ name, rule }) => [name, { ...rule, expressions: rule.objects.paths?.map(expressionOf), any: rule.predicates.includes('**'), named: new Set(rule.predicates) }]));
  await enforcer.addFunction('applies', (name: string, holder: ReadonlySet<string>, predicate: string, object: { path: string; tags: ReadonlySet<string> }) => {
    const rule = rules.get(name);
    if (rule === undefined || !(rule.any || rule.named.has(predicate)) || !meets(rule.subjects.tags, holder)) return false;
    if (rule.expressions && !rule.expressions.some((expression) => expression.test(object.path))) return false;
    return rule.objects.tags === undefined || meets(rule.objects.tags, object.tags);
  });
  await enforcer.addPolicies(policies.map(({ name, rule }) => [name, rule.allow ? 'allow' : 'deny']));
  const holders = subjects.map(({ tags }) => new Set(tags));
  const asked = objects.map(({ path, tags }) => ({ path, tags: new Set(tags) }));
  return (i) => {
    const { object, predicate, subject } = requests[i % requests.length] ?? { object: 0, predicate: '', subject: 0 };
    return enforcer.enforceSync(holders[subject], predicate, asked[object]);
  };
}

interface CaslRule { action: string | string[]; subject: string; inverted?: boolean; conditions: Record<string, unknown> }

function caslRules({ rule }: WorkPolicy): CaslRule[] {
  const conditions = (rule.objects.paths ?? [undefined]).flatMap((glob) => (rule.objects.tags ?? [undefined]).map((clause) => ({
    ...(glob === undefined ? {} : { path: glob.includes('*') ? { $regex: expressionOf(glob) } : glob }), ...(clause === undefined ? {} : { tags: { $all: clause } }),
  })));
  const action = rule.predicates.includes('**') ? 'manage' : [...rule.predicates];
  return conditions.map((condition) => ({ action, subject: 'Object', conditions: condition, ...(rule.allow ? {} : { inverted: true }) }));
}

/** CASL with the ability of each subject made once and kept. Its last rule wins, so denials come last. */
export function casl({ objects, policies, requests, subjects }: Workload): Decider {
  const ordered = [...policies].sort((a, b) => Number(b.rule.allow) - Number(a.rule.allow));
  const abilities = subjects.map(({ tags }) => {
    const held = new Set(tags);
    return createMongoAbility(ordered.filter(({ rule }) => meets(rule.subjects.tags, held)).flatMap(caslRules) as never);
  });
  const asked = objects.map(({ path, tags }: WorkObject) => typed('Object', { path, tags: [...tags] }));
  return (i) => {
    const { object, predicate, subject } = requests[i % requests.length] ?? { object: 0, predicate: '', subject: 0 };
    return abilities[subject]?.can(predicate, asked[object] as never) ?? false;
  };
}
