import { TrinoFailure } from '../sql/failure.js';
import { type Token, tokenize } from '../sql/parse/lexer.js';

/**
 * Statements about the session rather than about data. They are recognised before the parser of queries: what they carry (a
 * prepared text, the query to explain) is parsed, decided and rewritten anew each time it runs.
 */
export type Command =
  | { kind: 'prepare'; name: string; text: string }
  | { kind: 'deallocate'; name: string }
  | { kind: 'execute'; name: string; using: string[] }
  | { kind: 'execute-immediate'; text: string; using: string[] }
  | { kind: 'describe-input' | 'describe-output'; name: string }
  | { kind: 'start-transaction'; isolation: Isolation; readOnly: boolean }
  | { kind: 'commit' | 'rollback' }
  | { kind: 'kill-query'; query: string; message?: string }
  | { kind: 'explain-access' | 'validate'; text: string }
  | { kind: 'show-functions' | 'show-roles' | 'show-grants' }
  | { kind: 'show-create-table'; parts: string[] }
  | { kind: 'set-time-zone'; /** Absent: that of the client again. */ zone?: string };

/** What begins and ends a transaction. */
export type Bracket = Extract<Command, { kind: 'start-transaction' | 'commit' | 'rollback' }>;
export const isBracket = (command: Command | undefined): command is Bracket => command !== undefined && ['start-transaction', 'commit', 'rollback'].includes(command.kind);

export type Isolation = 'READ UNCOMMITTED' | 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/** The command in `sql`, if it is one. */
export function readCommand(sql: string): Command | undefined {
  // Anything that is no command is for the parser of queries to judge, unreadable texts included.
  const [first] = /^\s*(?:--[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*([a-z]+)/i.exec(sql)?.slice(1) ?? [];
  if (first === undefined || !FIRST.has(first.toLowerCase())) return undefined;
  return new Reader(sql).read();
}

const LEVELS: readonly Isolation[] = ['READ UNCOMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'];
const FIRST = new Set(['prepare', 'deallocate', 'execute', 'describe', 'start', 'commit', 'rollback', 'call', 'explain', 'show', 'set']);

class Reader {
  private readonly tokens: Token[];
  private at = 0;

  constructor(private readonly sql: string) {
    this.tokens = tokenize(sql).list;
    // One closing semicolon belongs to nobody.
    if (this.tokens.at(-2)?.text === ';' && this.tokens.at(-2)?.kind === 'symbol') this.tokens.splice(-2, 1);
  }

  read(): Command | undefined {
    if (this.words('prepare')) return { kind: 'prepare', name: this.name(), text: this.after('from') };
    if (this.words('deallocate', 'prepare')) return this.end({ kind: 'deallocate', name: this.name() });
    if (this.words('execute', 'immediate')) return { kind: 'execute-immediate', text: this.string(), using: this.using() };
    if (this.words('execute')) return { kind: 'execute', name: this.name(), using: this.using() };
    for (const what of ['input', 'output'] as const) {
      if (this.peek(2).kind !== 'end' && this.words('describe', what)) return this.end({ kind: `describe-${what}`, name: this.name() });
    }
    if (this.words('start', 'transaction')) return this.transaction();
    for (const kind of ['commit', 'rollback'] as const) {
      if (this.words(kind)) {
        this.words('work');
        return this.end({ kind });
      }
    }
    if (this.words('call')) return this.kill();
    if (this.words('explain', 'access')) return { kind: 'explain-access', text: this.rest() };
    if (this.validates()) return { kind: 'validate', text: this.rest() };
    return this.show();
  }

  private show(): Command | undefined {
    if (this.words('show', 'create', 'table')) return this.end({ kind: 'show-create-table', parts: this.parts() });
    for (const what of ['functions', 'roles', 'grants'] as const) if (this.words('show', what)) return { kind: `show-${what}` };
    if (this.words('show', 'current', 'roles') || this.words('show', 'role', 'grants')) return { kind: 'show-roles' };
    if (!this.words('set', 'time', 'zone')) return undefined;
    return this.end(this.words('local') ? { kind: 'set-time-zone' } : { kind: 'set-time-zone', zone: this.words('interval') ? this.offset() : this.string() });
  }

  /** `INTERVAL '5' HOUR` and the like, as an offset from UTC. */
  private offset(): string {
    const negative = !this.accept('+') && this.accept('-');
    const text = this.string();
    const unit = (['hour', 'minute'] as const).find((one) => this.words(one));
    const both = unit === 'hour' && this.words('to', 'minute');
    const [, hours = '', minutes = '0'] = (both ? /^(\d{1,2}):(\d{1,2})$/ : /^(\d{1,3})$/).exec(text) ?? [];
    if (unit === undefined || hours === '') throw new TrinoFailure('INVALID_LITERAL', 'Invalid TIME ZONE offset interval: it takes whole hours and minutes');
    const total = unit === 'minute' ? Number(hours) : Number(hours) * 60 + Number(minutes);
    if (total > 14 * 60) throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `Invalid offset minutes ${negative ? -total : total}`);
    return `${negative ? '-' : '+'}${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  }

  /** Each mode at most once; what is left out is as in Trino. */
  private transaction(): Command {
    let [isolation, readOnly]: [Isolation | undefined, boolean | undefined] = [undefined, undefined];
    for (let more = this.peek().kind !== 'end'; more; more = this.accept(',')) {
      const token = this.peek();
      const level = this.words('isolation', 'level') ? LEVELS.find((one) => this.words(...one.toLowerCase().split(' '))) : undefined;
      const access = level === undefined && this.words('read') ? (['only', 'write'] as const).find((one) => this.words(one)) : undefined;
      if ((level ?? access) === undefined || (level !== undefined && isolation !== undefined) || (access !== undefined && readOnly !== undefined)) throw this.unexpected(token);
      if (level !== undefined) isolation = level;
      if (access !== undefined) readOnly = access === 'only';
    }
    return this.end({ kind: 'start-transaction', isolation: isolation ?? 'READ UNCOMMITTED', readOnly: readOnly ?? false });
  }

  private kill(): Command {
    const name = this.parts().join('.');
    if (name !== 'system.runtime.kill_query') throw new TrinoFailure('NOT_SUPPORTED', `CALL ${name} is not supported; there is system.runtime.kill_query`);
    this.symbol('(');
    const values: Record<string, string> = {};
    for (const [index, fallback] of ['query_id', 'message'].entries()) {
      if (index > 0 && !this.accept(',')) break;
      const named = this.peek().kind === 'word' ? this.name() : fallback;
      if (named !== fallback && named !== 'query_id' && named !== 'message') throw new TrinoFailure('INVALID_FUNCTION_ARGUMENT', `kill_query has no argument ${named}`);
      if (this.tokens[this.at - 1]?.kind === 'word') this.symbol('=>');
      values[named] = this.string();
    }
    this.symbol(')');
    const { query_id: query = '', message } = values;
    return this.end({ kind: 'kill-query', query, ...(message === undefined ? {} : { message }) });
  }

  /** `EXPLAIN (TYPE VALIDATE) …`, which tools send to check a text; other plans would show policy. */
  private validates(): boolean {
    const start = this.at;
    const found = this.words('explain') && this.accept('(') && this.words('type', 'validate') && this.accept(')');
    if (!found) this.at = start;
    return found;
  }

  private using(): string[] {
    if (this.peek().kind === 'end') return [];
    if (!this.words('using')) throw this.unexpected(this.peek());
    const values: string[] = [];
    let depth = 0;
    let from = this.peek().start;
    for (;;) {
      const token = this.take();
      const over = token.kind === 'end';
      if (over || (depth === 0 && token.kind === 'symbol' && token.text === ',')) {
        const text = this.sql.slice(from, token.start).replace(/;\s*$/, '').trim();
        if (text === '') throw this.unexpected(token);
        values.push(text);
        if (over) return values;
        from = token.end;
      } else if (token.kind === 'symbol') {
        if ('([{'.includes(token.text)) depth += 1;
        if (')]}'.includes(token.text)) depth -= 1;
        if (depth < 0) throw this.unexpected(token);
      }
    }
  }

  private after(word: string): string {
    if (!this.words(word)) throw this.unexpected(this.peek());
    return this.rest();
  }

  private rest(): string {
    const { start, kind } = this.peek();
    if (kind === 'end') throw this.unexpected(this.peek());
    return this.sql.slice(start, this.tokens.at(-2)?.end);
  }

  private parts(): string[] {
    const parts = [this.name()];
    while (this.accept('.')) parts.push(this.name());
    return parts;
  }

  private name(): string {
    const token = this.take();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected(token);
    return token.text.toLowerCase();
  }

  private string(): string {
    const token = this.take();
    if (token.kind !== 'string') throw this.unexpected(token);
    return token.text;
  }

  private words(...texts: string[]): boolean {
    const found = texts.every((text, index) => this.peek(index).kind === 'word' && this.peek(index).text === text);
    if (found) this.at += texts.length;
    return found;
  }

  private accept(text: string): boolean {
    const found = this.peek().kind === 'symbol' && this.peek().text === text;
    if (found) this.at += 1;
    return found;
  }

  private symbol(text: string): void {
    if (!this.accept(text)) throw this.unexpected(this.peek());
  }

  private end<T extends Command>(command: T): T {
    if (this.peek().kind !== 'end') throw this.unexpected(this.peek());
    return command;
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  private take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private unexpected({ start, end }: Token): TrinoFailure {
    const before = this.sql.slice(0, start);
    const location = { lineNumber: before.split('\n').length, columnNumber: start - before.lastIndexOf('\n') };
    return new TrinoFailure('SYNTAX_ERROR', `line ${location.lineNumber}:${location.columnNumber}: mismatched input '${this.sql.slice(start, Math.min(end, start + 40)) || '<EOF>'}'`, { location });
  }
}
