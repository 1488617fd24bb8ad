import type { Query, WindowSpec } from '../ast.js';
import type { FunctionContext } from '../functions/signature.js';
import type { Location } from '../failure.js';
import { locate } from '../parse/lexer.js';
import type { Table } from '../table.js';
import type { Type } from '../types/type.js';
import { Scan } from './scan.js';
import type { Scope } from './scope.js';
import type { Defaults } from '../names.js';

/** An output column of a query. In the engine it is called `c1`, `c2`, …: no name of a user ever reaches it. */
export interface OutputColumn { readonly name: string; readonly type: Type }
export interface EmittedQuery { readonly sql: string; readonly columns: readonly OutputColumn[] }

/** A query named by WITH, under a name of our own. */
export interface CommonQuery { readonly sqlName: string; readonly columns: readonly OutputColumn[] }
export type CommonQueries = ReadonlyMap<string, CommonQuery>;

/** What the parts of the emitter share while one statement is written. */
export class EmitContext {
  readonly scans: Scan[] = [];
  private counter = 0;

  constructor(
    readonly text: string,
    readonly defaults: Defaults,
    readonly functions: FunctionContext,
    private readonly tables: ReadonlyMap<string, Table>,
  ) {}

  fresh(prefix: string): string {
    this.counter += 1;
    return `${prefix}${this.counter}`;
  }

  locate(offset: number): Location {
    return locate(this.text, offset);
  }

  /** A new reading of a table. All tables were fetched and decided before; one that was not is a fault of ours and stops the query. */
  scan(name: string): Scan {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`the table ${name} was not decided`);
    const scan = new Scan(this.fresh('S'), table);
    this.scans.push(scan);
    return scan;
  }
}

/** Where an expression stands. */
export interface Place {
  readonly context: EmitContext;
  readonly scope: Scope;
  readonly common: CommonQueries;
  readonly windows: ReadonlyMap<string, WindowSpec>;
  /** Writes a nested query; given to avoid a circle of modules. */
  readonly emitQuery: (query: Query, place: { context: EmitContext; common: CommonQueries; parent?: Scope }) => EmittedQuery;
}
