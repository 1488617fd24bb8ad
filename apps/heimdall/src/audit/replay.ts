import type { BucketBound, ReplayChange, TableInput } from '@dataos/contracts-heimdall';
import { decideTable, type Reader } from '../data-policies/decide-data.js';
import { compileDataPolicy, type CompiledDataPolicy } from '../data-policies/data-policy.js';
import { type Combining, type CompiledPolicy, compilePolicy, decide, policiesOf, type Question as Asked, type Verdict } from '../decisions/decide.js';
import { accessOf, type Rule } from '../policies/expectations.service.js';

/** A recorded decision, as far as it takes to ask again. */
export interface Recorded {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly asked: { readonly paths?: readonly string[]; readonly tags?: readonly string[]; readonly tables?: readonly TableInput[] };
}

export interface CompiledSet {
  readonly access: readonly CompiledPolicy[];
  readonly data: readonly CompiledDataPolicy[];
  readonly combining: Combining;
}

/** A set as one reader meets it. */
interface OwnSet { readonly judge: { verdict(question: Asked): Verdict }; readonly data: readonly CompiledDataPolicy[] }

interface Question { readonly subject: string; readonly predicate: string; readonly object: string; readonly decision: string; readonly ask: (set: OwnSet, reader: Reader) => Seen; count: number }
type Seen = ReplayChange['before'];

export const compileSet = (rules: readonly Rule[], combining: Combining = 'deny-overrides', bound: BucketBound = 'lower'): CompiledSet => ({
  combining,
  access: accessOf(rules).map(compilePolicy),
  data: rules.flatMap(({ name, owner, policy }) => (policy.data ? (compileDataPolicy({ name, owner, rule: policy.data }, bound) ?? []) : [])),
});

/** Asks recorded questions under two sets of policies and tells what would be seen differently. The same question counts once. */
export function replay(records: readonly Recorded[], readers: ReadonlyMap<string, Reader>, before: CompiledSet, after: CompiledSet): { questions: number; skipped: number; changes: ReplayChange[] } {
  const questions = new Map<string, Question>();
  for (const record of records) {
    for (const question of questionsOf(record)) {
      const key = JSON.stringify([question.subject, question.predicate, question.object]);
      const known = questions.get(key);
      if (known) known.count += 1;
      else questions.set(key, question);
    }
  }
  const own = new Map<string, { before: OwnSet; after: OwnSet }>();
  const changes: ReplayChange[] = [];
  let skipped = 0;
  for (const question of questions.values()) {
    const reader = readers.get(question.subject);
    if (!reader) {
      skipped += 1;
      continue;
    }
    const sets = own.get(reader.id) ?? { before: narrowed(before, reader), after: narrowed(after, reader) };
    own.set(reader.id, sets);
    const change = compared(question, question.ask(sets.before, reader), question.ask(sets.after, reader));
    if (change) changes.push(change);
  }
  return { questions: questions.size, skipped, changes };
}

function narrowed({ access, combining, data }: CompiledSet, reader: Reader): OwnSet {
  const policies = policiesOf(access, reader.tags);
  return { data, judge: { verdict: (question) => decide(policies, question, combining) } };
}

function questionsOf({ asked, id, predicate, subject }: Recorded): Question[] {
  if (asked.tables) {
    return asked.tables.map((table) => ({
      subject, predicate, object: table.address, decision: id, count: 1,
      ask: (set, reader) => {
        const { allow, filters, masks } = decideTable(set.judge, set.data, reader, table);
        return {
          allow, masks: Object.fromEntries(masks.map((mask) => [mask.column, `${mask.operator} by ${mask.policy}`])),
          filters: filters.map((filter) => `${filter.column} ${filter.operator} ${String(filter.value ?? '')} by ${filter.policy}`).sort(),
        };
      },
    }));
  }
  const { paths = [], tags = [] } = asked;
  return [{
    subject, predicate, object: (paths.length > 0 ? paths : tags).join(', '), decision: id, count: 1,
    ask: (set, reader) => ({ allow: set.judge.verdict({ subjectTags: reader.tags, predicates: [predicate], paths, objectTags: tags }).allow, masks: {}, filters: [] }),
  }];
}

function compared(question: Question, before: Seen, after: Seen): ReplayChange | undefined {
  const names = new Set([...Object.keys(before.masks), ...Object.keys(after.masks)]);
  const columns = [...names].filter((name) => before.masks[name] !== after.masks[name]).sort();
  const rows = JSON.stringify(before.filters) !== JSON.stringify(after.filters);
  if (before.allow === after.allow && columns.length === 0 && !rows) return undefined;
  const { count, decision, object, predicate, subject } = question;
  return { subject, predicate, object, decision, count, before, after, columns, rows };
}
