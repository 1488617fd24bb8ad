import { DomainError, Problem, Unexpected } from '@dataos/contracts-core';
import type { Command } from 'commander';
import { type QueryResult, Trino } from 'trino-client';
import { Failure } from '../output/failure.js';
import { type Cell, table } from '../output/table.js';
import type { Session } from '../session/session.js';
import type { Context } from './context.js';

export interface Answer { readonly columns: readonly { name: string; type: string }[]; readonly rows: readonly (readonly Cell[])[] }

/** `dataos query "SELECT …"`: through the same Trino client any program would use. */
export function addQuery(program: Command, context: Context): void {
  program.command('query')
    .description('ask in SQL, as <depot>.<collection>.<dataset>')
    .argument('<sql>', 'one statement')
    .option('--catalog <depot>', 'depot of unqualified names')
    .option('--schema <collection>', 'collection of unqualified names')
    .action(async (sql: string, options: { catalog?: string; schema?: string }) => {
      const session = await context.session();
      const { columns, rows } = await ask(session, sql, options);
      context.show(recordsOf({ columns, rows }), ({ colour }) => {
        const count = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})\n`;
        return columns.length === 0 ? 'Done.\n' : table(columns.map(({ name }) => name), rows, { colour }) + count;
      });
    });
}

async function ask(session: Session, sql: string, options: { catalog?: string; schema?: string }): Promise<Answer> {
  const trino = Trino.create({
    server: session.trinoUrl, source: 'dataos-cli', ...options,
    // Without this the client would name the user of this computer, which asks the gateway to impersonate.
    extraHeaders: { 'X-Trino-User': await session.user(), Authorization: `Bearer ${session.apikey}`, 'Content-Type': 'text/plain' },
  });
  try {
    return await collect(await trino.query(sql));
  } catch (error) {
    throw failureOf(error, session.trinoUrl);
  }
}

/** Rows by column name; a name that comes again gets a number, so that no value is lost. */
export function recordsOf({ columns, rows }: Answer): Record<string, Cell>[] {
  const names: string[] = [];
  for (const { name } of columns) {
    let free = name;
    for (let count = 2; names.includes(free); count += 1) free = `${name}_${count}`;
    names.push(free);
  }
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}

/**
 * All pages of an answer; a page with an error ends it. The client hands a query that is over at once, such as a refused
 * one, only as the iterator's last value, which `for await` would drop.
 */
export async function collect(pages: AsyncIterator<QueryResult>): Promise<Answer> {
  let columns: Answer['columns'] = [];
  const rows: Cell[][] = [];
  let seen: QueryResult | undefined;
  for (;;) {
    const { value, done } = await pages.next() as { value: QueryResult; done?: boolean };
    if (value.error !== undefined) throw refused(value.id, value.error);
    if (value !== seen) {
      columns = value.columns ?? columns;
      for (const row of value.data ?? []) rows.push(row as Cell[]);
    }
    if (done === true) return { columns, rows };
    seen = value;
  }
}

function refused(id: string, error: NonNullable<QueryResult['error']>): Failure {
  const decision = /\bdecision[ :=]+([\w-]{6,64})/i.exec(error.message)?.[1];
  return new Failure(`${error.errorName}: ${error.message}\nQuery ${id}`, { ...(decision === undefined ? {} : { decision }), debug: error });
}

/** The client throws axios errors: what the server said about it is inside. */
function failureOf(error: unknown, server: string): unknown {
  const { response, code, message } = error as { response?: { status: number; data: unknown }; code?: string; message?: string };
  if (error instanceof Failure) return error;
  if (response === undefined) return new Failure(`${server} does not answer (${code ?? message ?? 'no connection'}).`);
  const problem = Problem.safeParse(response.data);
  if (!problem.success) return new Failure(`${server} answered ${response.status}.`, { debug: response.data });
  const { title, detail, status, code: name, type: _type, ...extra } = problem.data;
  return new DomainError({ ...Unexpected, code: name, status, title }, detail ?? title, extra);
}
