import type { Query, WindowSpec } from '../ast.js';
import type { FunctionContext } from '../functions/signature.js';
import { type Location, notSupported, TrinoFailure } from '../failure.js';
import { locate } from '../parse/lexer.js';
import type { Table } from '../table.js';
import type { Type } from '../types/type.js';
import { Scan } from './scan.js';
import type { Scope } from './scope.js';
import type { Weight } from './weight.js';
import type { Defaults } from '../names.js';

/** An output column of a query. In the engine it is called `c1`, `c2`, …: no name of a user ever reaches it. */
export interface OutputColumn {
  readonly name: string;
  readonly type: Type;
  /** What its value is computed from, as `catalog.schema.table#column`; of a subquery, all that it looks at. */
  readonly origins?: readonly string[];
}
export interface EmittedQuery { readonly sql: string; readonly columns: readonly OutputColumn[] }

/** A query named by WITH, under a name of our own. */
export interface CommonQuery { readonly sqlName: string; readonly columns: readonly OutputColumn[] }
export type CommonQueries = ReadonlyMap<string, CommonQuery>;

const MAX_SCANS = 1_000;
const MAX_VIEWS_DEEP = 30;

interface Shared { readonly scans: Scan[]; counter: number; traced: Set<string> | undefined; readonly views: string[] }

/** What the parts of the emitter share while one statement is written. */
export class EmitContext {
  constructor(
    readonly text: string,
    readonly defaults: Defaults,
    readonly functions: FunctionContext,
    private readonly tables: ReadonlyMap<string, Table>,
    private readonly shared: Shared = { scans: [], counter: 0, traced: undefined, views: [] },
  ) {}

  get scans(): readonly Scan[] {
    return this.shared.scans;
  }

  fresh(prefix: string): string {
    this.shared.counter += 1;
    return `${prefix}${this.shared.counter}`;
  }

  /** Writes the query of a view, with its own text and its own defaults for names. */
  inView<T>(name: string, text: string, defaults: Defaults, work: (context: EmitContext) => T): T {
    const { views } = this.shared;
    if (views.includes(name)) throw new TrinoFailure('VIEW_IS_RECURSIVE', `View '${name}' is recursive`);
    if (views.length >= MAX_VIEWS_DEEP) throw notSupported(`A view of a view, more than ${MAX_VIEWS_DEEP} deep,`);
    views.push(name);
    try {
      return work(new EmitContext(text, defaults, this.functions, this.tables, this.shared));
    } finally {
      views.pop();
    }
  }

  /** What columns of tables `work` looks at. */
  tracing<T>(work: () => T): { value: T; origins: string[] } {
    const outer = this.shared.traced;
    const traced = new Set<string>();
    this.shared.traced = traced;
    try {
      return { value: work(), origins: [...traced] };
    } finally {
      this.shared.traced = outer;
      this.touch([...traced]);
    }
  }

  touch(origins: readonly string[] = []): void {
    for (const origin of origins) this.shared.traced?.add(origin);
  }

  locate(offset: number): Location {
    return locate(this.text, offset);
  }

  /** A new reading of a table. All tables were fetched and decided before; one that was not is a fault of ours and stops the query. */
  scan(name: string): Scan {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`the table ${name} was not decided`);
    if (this.shared.scans.length >= MAX_SCANS) throw notSupported(`A query that reads more than ${MAX_SCANS} tables`);
    const scan = new Scan(this.fresh('S'), table);
    this.shared.scans.push(scan);
    return scan;
  }
}

/** Where an expression stands. */
export interface Place {
  readonly context: EmitContext;
  readonly scope: Scope;
  readonly common: CommonQueries;
  readonly windows: ReadonlyMap<string, WindowSpec>;
  /** How many rows each row stands for, where the source sends equal ones together. */
  readonly weight?: Weight;
  /** Writes a nested query; given to avoid a circle of modules. */
  readonly emitQuery: (query: Query, place: { context: EmitContext; common: CommonQueries; parent?: Scope }) => EmittedQuery;
}
