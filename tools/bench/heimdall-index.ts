/** The decision index as it is shipped, with just as much type as measuring needs. */
import path from 'node:path';
import type { WorkObject, WorkPolicy, Workload } from './heimdall-workload.ts';

export interface Question { subjectTags: readonly string[]; predicates: readonly string[]; paths: readonly string[]; objectTags: readonly string[] }
interface Verdict { allow: boolean }
interface Index {
  change(policies: readonly WorkPolicy[]): void;
  subject(tags: readonly string[]): unknown;
  predicate(alternatives: readonly string[]): unknown;
  object(path: string, tags: readonly string[]): unknown;
  allows(subject: unknown, predicate: unknown, object: unknown): boolean;
  verdict(question: Question): Verdict;
  decideAfresh(question: Question): boolean;
}
interface Modules {
  DecisionIndex: new () => Index;
  reasonsFor: (index: Index, question: Question, verdict: Verdict) => unknown;
  explain: (verdict: Verdict, asked: { subject: string; predicate: string; objects: readonly string[] }) => unknown;
  compilePolicy: (policy: WorkPolicy) => unknown;
  decide: (policies: readonly unknown[], question: Question) => Verdict;
}

const shipped = path.resolve(import.meta.dirname, '../../apps/heimdall/dist/decisions');

export async function heimdall(): Promise<Modules> {
  const files = ['indexed/decision-index.js', 'reasons.js', 'explain.js', 'decide.js'];
  const modules = await Promise.all(files.map((file) => import(path.join(shipped, file)) as Promise<object>));
  return Object.assign({}, ...modules) as Modules;
}

export const questionsOf = ({ objects, requests, subjects }: Workload): Question[] => requests.map(({ object, predicate, subject }) => {
  const { path: address, tags } = objects[object] as WorkObject;
  return { subjectTags: subjects[subject]?.tags ?? [], predicates: [predicate], paths: [address], objectTags: tags };
});

/** How often per second `run` goes, called with a growing number; warmed up first. */
export function perSecond(run: (i: number) => unknown, milliseconds = 1_500): number {
  const block = 200;
  const spend = (time: number, from: number): { calls: number; took: number } => {
    let calls = 0;
    const started = performance.now();
    while (performance.now() - started < time) {
      for (let i = 0; i < block; i += 1) run(from + calls + i);
      calls += block;
    }
    return { calls, took: performance.now() - started };
  };
  const { calls: warm } = spend(milliseconds / 3, 0);
  const { calls, took } = spend(milliseconds, warm);
  return Math.round((calls / took) * 1_000);
}
