/** Heimdall: what a decision costs, beside casbin and CASL in the same run, in process and over HTTP. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Bench, Figure } from './figure.ts';
import { measureHttp } from './heimdall-http.ts';
import { heimdall, perSecond, type Question, questionsOf } from './heimdall-index.ts';
import { casbin, casl, type Decider } from './heimdall-rivals.ts';
import { workload, type Workload } from './heimdall-workload.ts';

const ASKED = 100_000;
const COMPARED = 300;
type Report = (figure: Figure) => void;

export const bench: Bench = async (report) => {
  for (const policies of [1_000, 10_000]) await measureIndex(policies, report);
  measureMemory(report);
  await measureHttp(report);
};

async function measureIndex(policies: number, report: Report): Promise<void> {
  const work = workload(policies, ASKED);
  const questions = questionsOf(work);
  const { DecisionIndex, compilePolicy, decide, explain, reasonsFor } = await heimdall();
  const index = new DecisionIndex();
  index.change(work.policies);
  const at = (i: number): Question => questions[i % ASKED] as Question;
  const linear = work.policies.map(compilePolicy);
  const expected = questions.slice(0, COMPARED).map((question) => decide(linear, question).allow);
  agree('the index', expected, (i) => index.verdict(at(i)).allow);

  const rate = (name: string, value: number, more: Partial<Figure> = {}): number => {
    report({ name, value, unit: 'decisions/s', ...more });
    return value;
  };
  const plain = perSecond((i) => decide(linear, at(i)), 1_000);
  const cold = perSecond((i) => index.decideAfresh(at(i)));
  rate(`decision.cold.${policies}`, cold, against('the plain evaluator', cold, plain));
  const views = viewsOf(work, index);
  const warm = rate(`decision.warm.${policies}`, perSecond(views));
  rate(`decision.warm-text.${policies}`, perSecond((i) => {
    const { objectTags, paths, predicates, subjectTags } = at(i);
    return index.allows(index.subject(subjectTags), index.predicate(predicates), index.object(paths[0] ?? '', objectTags));
  }));
  rate(`explain.${policies}`, perSecond((i) => {
    const question = at(i);
    const verdict = index.verdict(question);
    return [reasonsFor(index, question, verdict), explain(verdict, { subject: 'u', predicate: question.predicates[0] ?? '', objects: question.paths })];
  }));
  if (policies > 1_000) return;
  for (const [name, rival] of [['casbin', await casbin(work)], ['casl', casl(work)]] as const) {
    agree(name, expected, rival);
    const value = perSecond(rival);
    report({ name: `vs.${name}.${policies}`, value: warm, unit: 'decisions/s', ...against(`${name} at ${value} decisions/s`, warm, value) });
  }
}

/** The warm path: who asks, what they want to do and on what are known already, as they are to a door that asks often. */
function viewsOf({ objects, requests, subjects }: Workload, index: InstanceType<Awaited<ReturnType<typeof heimdall>>['DecisionIndex']>): Decider {
  const holders = subjects.map(({ tags }) => index.subject(tags));
  const things = objects.map(({ path: address, tags }) => index.object(address, tags));
  const actions = requests.map(({ predicate }) => index.predicate([predicate]));
  return (i) => {
    const k = i % requests.length;
    const { object, subject } = requests[k] ?? { object: 0, subject: 0 };
    return index.allows(holders[subject], actions[k], things[object]);
  };
}

const against = (name: string, value: number, other: number): Pick<Figure, 'against' | 'ratio'> => ({ against: name, ratio: Number((value / other).toPrecision(3)) });

/** A rival that decides otherwise would be measured at another task. */
function agree(name: string, expected: readonly boolean[], decider: Decider): void {
  const different = expected.findIndex((allow, i) => decider(i) !== allow);
  if (different >= 0) throw new Error(`${name} decides request ${different} otherwise than the plain evaluator`);
}

function measureMemory(report: Report): void {
  const printed = execFileSync(process.execPath, ['--max-old-space-size=256', '--max-semi-space-size=4', path.join(import.meta.dirname, 'heimdall-memory.ts')], { encoding: 'utf8' });
  const { rss } = JSON.parse(printed) as { rss: number };
  report({ name: 'memory.users.100000', value: Math.round(rss / 1_000_000), unit: 'MB RSS' });
}
