/** What an endpoint answers to a statement. */
export type Answer = { rows: readonly (readonly unknown[])[] } | { error: string };
export type Ask = (sql: string) => Promise<Answer>;

/** A table of which one user sees everything, and another one fewer rows and a masked column. */
export interface Subject { readonly table: string; readonly key: string; readonly masked: string }

/** What is known before a trap is tried: key and value of every row, clear and as the restricted user sees them. */
export interface Known extends Subject {
  readonly ask: Ask;
  readonly clear: ReadonlyMap<string, string | null>;
  readonly seen: ReadonlyMap<string, string | null>;
  /** A value that only the clear rows hold, and a key that only they have. */
  readonly secret: string;
  readonly hidden: string;
  /** The key of a row whose value is masked. */
  readonly shown: string;
}

/** A way in which masks and filters have leaked somewhere. `hold` answers what is wrong, or nothing. */
export interface Trap { readonly id: string; readonly about: string; readonly hold: (known: Known) => Promise<string | undefined> }

const text = (value: unknown): string => (value === null || value === undefined ? 'NULL' : String(value));
const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const literal = (value: string): string => (/^-?\d+$/.test(value) ? value : quote(value));
const flat = (answer: Answer): string => ('error' in answer ? `error: ${answer.error}` : answer.rows.map((row) => row.map(text).join('|')).join('\n'));
const sorted = (lines: string): string => lines.split('\n').toSorted().join('\n');

/** A query must answer what the visible rows say. */
const equals = (id: string, about: string, sql: (known: Known) => string, expected: (known: Known) => string, ordered = false): Trap => ({
  id, about,
  async hold(known) {
    const statement = sql(known);
    const found = flat(await known.ask(statement));
    const wanted = expected(known);
    return (ordered ? found === wanted : sorted(found) === sorted(wanted)) ? undefined : `${statement} answers ${JSON.stringify(found.slice(0, 200))}, where what may be seen says ${JSON.stringify(wanted.slice(0, 200))}`;
  },
});
/** A statement may be refused; what it answers must not hold the secret value. */
const silent = (id: string, about: string, sql: (known: Known) => string): Trap => ({
  id, about,
  async hold(known) {
    const statement = sql(known);
    const found = flat(await known.ask(statement));
    return found.startsWith('error: ') && found.includes(known.secret) && !statement.includes(known.secret) ? `the error of ${statement} tells ${known.secret}`
      : !found.startsWith('error: ') && found.includes(known.secret) ? `${statement} tells ${known.secret}` : undefined;
  },
});
/** A statement may be refused; if not, it must answer what the visible rows say. */
const refusedOr = (trap: Trap): Trap => ({
  ...trap,
  async hold(known) {
    const failure = await trap.hold(known);
    return failure?.includes('answers "error: ') ? undefined : failure;
  },
});

const pairs = ({ seen }: Known): string => [...seen].map(([key, value]) => `${key}|${text(value)}`).join('\n');
const values = ({ seen }: Known): string[] => [...seen.values()].map(text);
const count = (known: Known, test: (value: string | null, key: string) => boolean): string => String([...known.seen].filter(([key, value]) => test(value, key)).length);
const all = ({ table, key, masked }: Known): string => `SELECT ${key}, ${masked} FROM ${table}`;

export const TRAPS: readonly Trap[] = [
  equals('where-sees-the-mask', 'WHERE on a masked column compares what is shown', ({ table, masked, secret }) => `SELECT count(*) FROM ${table} WHERE ${masked} = ${quote(secret)}`, (known) => count(known, (value) => value === known.secret)),
  equals('like-sees-the-mask', 'LIKE cannot feel out a value', ({ table, masked, secret }) => `SELECT count(*) FROM ${table} WHERE ${masked} LIKE ${quote(`${secret.slice(0, 2).replaceAll(/[%_]/g, '')}%`)}`, (known) => count(known, (value) => value?.startsWith(known.secret.slice(0, 2).replaceAll(/[%_]/g, '')) ?? false)),
  equals('filtered-rows-are-gone', 'a hidden row is found by no key', ({ table, key, hidden }) => `SELECT count(*) FROM ${table} WHERE ${key} = ${literal(hidden)}`, () => '0'),
  equals('always-true', 'OR 1 = 1 brings no hidden row back', ({ table, key, hidden }) => `SELECT count(*) FROM ${table} WHERE ${key} = ${literal(hidden)} OR 1 = 1`, ({ seen }) => String(seen.size)),
  equals('join-on-the-mask', 'a join compares what is shown', ({ table, masked }) => `SELECT count(*) FROM ${table} a JOIN ${table} b ON a.${masked} = b.${masked}`, (known) => {
    const groups = Map.groupBy([...known.seen.values()].filter((value) => value !== null), (value) => value);
    return String([...groups.values()].reduce((sum, group) => sum + group.length ** 2, 0));
  }),
  equals('aggregates', 'aggregates are those of what is shown', ({ table, masked }) => `SELECT count(*), count(DISTINCT ${masked}) FROM ${table}`, ({ seen }) => `${seen.size}|${new Set([...seen.values()].filter((value) => value !== null)).size}`),
  silent('extremes', 'max and min tell no clear value', ({ table, masked }) => `SELECT max(${masked}), min(${masked}) FROM ${table}`),
  equals('group-by', 'groups are those of what is shown', ({ table, masked }) => `SELECT ${masked}, count(*) FROM ${table} GROUP BY ${masked}`, ({ seen }) => [...Map.groupBy([...seen.values()].map(text), (value) => value)].map(([value, group]) => `${value}|${group.length}`).join('\n')),
  equals('exists', 'EXISTS finds no hidden row', ({ table, key, hidden }) => `SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${key} = ${literal(hidden)})`, () => 'false'),
  equals('scalar-subquery', 'a query inside of a value sees what is shown', ({ table, key, masked, shown }) => `SELECT (SELECT ${masked} FROM ${table} WHERE ${key} = ${literal(shown)})`, ({ seen, shown }) => text(seen.get(shown))),
  equals('derived-table', 'a query in FROM sees what is shown', (known) => `SELECT * FROM (${all(known)}) x`, pairs),
  equals('with-shadows', 'a WITH query named like the table reads the table', (known) => `WITH ${known.table.split('.').at(-1) ?? ''} AS (${all(known)}) SELECT * FROM ${known.table.split('.').at(-1) ?? ''}`, pairs),
  equals('set-operation', 'UNION, INTERSECT and EXCEPT see what is shown', (known) => `${all(known)} EXCEPT ${all(known)} UNION ALL ${all(known)}`, pairs),
  equals('comments-and-quotes', 'no spelling of a name goes round policy', ({ table, key, masked }) => `SELECT ${key}, ${masked} FROM ${table.split('.').map((part) => `"${part.replaceAll('"', '').toUpperCase()}"`).join('/**/ . --x\r\n')}`, pairs),
  equals('lone-carriage-return', 'a comment ends at a carriage return', ({ table, key, masked }) => `SELECT ${key}, ${masked} -- x\rFROM ${table}`, pairs),
  equals('astral-characters', 'characters of two units move nothing', ({ table, key, masked }) => `SELECT ${key}, ${masked} /* \u{1F600}\u{1F600} */ FROM ${table} WHERE '\u{1F600}' <> ''`, pairs),
  equals('window', 'window functions see what is shown', ({ table, key, masked }) => `SELECT ${key}, max(${masked}) OVER (PARTITION BY ${key}) FROM ${table}`, pairs),
  silent('order-by-hidden', 'sorting by a masked column tells no order of clear values', ({ table, key, masked }) => `SELECT ${masked} FROM ${table} ORDER BY ${masked}, ${key} LIMIT 1`),
  equals('order-is-of-the-mask', 'rows come in the order of what is shown', ({ table, masked }) => `SELECT ${masked} FROM ${table} WHERE ${masked} IS NOT NULL ORDER BY ${masked}`, (known) => [...known.seen.values()].filter((value): value is string => value !== null).toSorted((a, b) => (a < b ? -1 : 1)).join('\n'), true),
  equals('error-by-mask', 'an error cannot test a clear value', ({ table, masked, secret }) => `SELECT count(1 / (CASE WHEN ${masked} = ${quote(secret)} THEN 0 ELSE 1 END)) FROM ${table}`, ({ seen }) => String(seen.size)),
  equals('error-by-hidden-row', 'an error cannot test a hidden row', ({ table, key, hidden }) => `SELECT count(1 / (CASE WHEN ${key} = ${literal(hidden)} THEN 0 ELSE 1 END)) FROM ${table}`, ({ seen }) => String(seen.size)),
  equals('error-in-where', 'a condition that fails is not tried on hidden rows', ({ table, key, hidden }) => `SELECT count(*) FROM ${table} WHERE 1 / (CASE WHEN ${key} = ${literal(hidden)} THEN 0 ELSE 1 END) = 1`, ({ seen }) => String(seen.size)),
  silent('error-text', 'the text of an error quotes no clear value', ({ table, masked }) => `SELECT CAST(${masked} AS bigint) FROM ${table}`),
  silent('cast-to-length', 'a cast does not undo a mask', ({ table, masked }) => `SELECT CAST(${masked} AS varchar(200)) FROM ${table}`),
  silent('statistics', 'SHOW STATS tells no clear value', ({ table }) => `SHOW STATS FOR ${table}`),
  silent('statistics-of-query', 'SHOW STATS of a query tells no clear value', ({ table }) => `SHOW STATS FOR (SELECT * FROM ${table})`),
  silent('plan', 'EXPLAIN tells no clear value', ({ table, masked }) => `EXPLAIN SELECT * FROM ${table} WHERE ${masked} > ''`),
  silent('plan-with-run', 'EXPLAIN ANALYZE tells no clear value', ({ table }) => `EXPLAIN ANALYZE SELECT * FROM ${table}`),
  silent('partitions', 'hidden tables tell no clear value', ({ table }) => `SELECT * FROM ${[...table.split('.').slice(0, -1), `"${table.split('.').at(-1) ?? ''}$partitions"`].join('.')}`),
  refusedOr(equals('prepared', 'a prepared text is rewritten for who runs it', (known) => `EXECUTE IMMEDIATE ${quote(all(known))}`, pairs)),
  refusedOr(equals('function-of-the-user', 'no function of a user stands in for one that masks', (known) => `WITH FUNCTION sha256(x varbinary) RETURNS varbinary RETURN x ${all(known)}`, pairs)),
  refusedOr(equals('sample', 'a sample is taken of what is shown', ({ table, key, masked }) => `SELECT ${key}, ${masked} FROM ${table} TABLESAMPLE BERNOULLI (100)`, pairs)),
  refusedOr(equals('table-statement', 'TABLE reads what SELECT reads', ({ table }) => `SELECT count(*) FROM (TABLE ${table}) x`, ({ seen }) => String(seen.size))),
  equals('mask-keeps-null', 'what is missing stays missing, or is masked like the rest', ({ table, masked }) => `SELECT count(*) FROM ${table} WHERE ${masked} IS NULL`, (known) => count(known, (value) => value === null)),
  equals('limit', 'LIMIT counts what is shown', ({ table, key }) => `SELECT count(*) FROM (SELECT ${key} FROM ${table} LIMIT 1000000) x`, ({ seen }) => String(seen.size)),
  equals('distinct', 'DISTINCT sees what is shown', ({ table, masked }) => `SELECT DISTINCT ${masked} FROM ${table}`, (known) => [...new Set(values(known))].join('\n')),
];

/** Learns what both users see; throws when the subject could not show a leak. */
export async function know(subject: Subject, full: Ask, restricted: Ask, meant?: string): Promise<Known> {
  const rows = async (ask: Ask, who: string, sql = `SELECT ${subject.key}, ${subject.masked} FROM ${subject.table}`): Promise<Map<string, string | null>> => {
    const answer = await ask(sql);
    if ('error' in answer) throw new Error(`${who} cannot read ${subject.table}: ${answer.error}`);
    return new Map(answer.rows.map(([key, value]) => [text(key), value === null || value === undefined ? null : String(value)]));
  };
  const [clear, seen] = [await rows(full, 'The user who sees everything'), meant === undefined ? await rows(restricted, 'The restricted user') : await rows(full, 'The user who sees everything', meant)];
  const shown = [...seen].find(([key, value]) => value !== (clear.get(key) ?? null))?.[0];
  const hidden = [...clear.keys()].find((key) => !seen.has(key));
  const visible = [...seen.values()].join('\n');
  const secret = [...clear.values()].find((value): value is string => value !== null && value.length > 1 && !visible.includes(value));
  if (shown === undefined || hidden === undefined || secret === undefined) throw new Error('The restricted user must see a row masked, and at least one row not at all; and a clear value must be found nowhere in what is shown');
  return { ...subject, ask: restricted, clear, seen, secret, hidden, shown };
}

export interface Outcome { id: string; about: string; held: boolean; problem?: string }

export async function tryTraps(known: Known): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { id, about, hold } of TRAPS) {
    const problem = await hold(known);
    outcomes.push({ id, about, held: problem === undefined, ...(problem === undefined ? {} : { problem }) });
  }
  return outcomes;
}
