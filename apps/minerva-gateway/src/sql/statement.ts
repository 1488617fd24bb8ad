import type { Expression, Node, Query, Relation, TableName } from './ast.js';

/** Statements that the gateway answers. */
export type Statement =
  | Query
  | (Node & { kind: 'show-catalogs'; like?: Like })
  | (Node & { kind: 'show-schemas'; catalog?: string; like?: Like })
  | (Node & { kind: 'show-tables'; schema?: string[]; like?: Like })
  | (Node & { kind: 'show-columns'; table: TableName; like?: Like })
  | (Node & { kind: 'show-session' })
  | (Node & { kind: 'use'; catalog?: string; schema: string })
  | (Node & { kind: 'set-session'; name: string; value: Expression })
  | (Node & { kind: 'reset-session'; name: string });
export interface Like { pattern: string; escape?: string }

/** Statements that are understood besides: what to do with them is for the caller, and refusing is what is right when in doubt. */
export type OtherStatement =
  | (Node & { kind: 'explain'; analyze: boolean; options: string[]; statement: AnyStatement })
  | (Node & { kind: 'explain-access'; query: Query })
  | (Node & { kind: 'insert'; table: TableName; columns?: string[]; query: Query })
  | (Node & { kind: 'create-table-as'; table: TableName; columns?: string[]; query: Query; replace: boolean; ifNotExists: boolean; withData: boolean; properties: Property[] })
  | (Node & { kind: 'create-table'; table: TableName; columns: ColumnDefinition[]; like: TableName[]; replace: boolean; ifNotExists: boolean; properties: Property[] })
  | (Node & { kind: 'create-view'; table: TableName; query: Query; materialized: boolean; replace: boolean; security?: 'definer' | 'invoker'; properties: Property[] })
  | (Node & { kind: 'drop'; object: 'table' | 'view' | 'materialized view'; table: TableName; ifExists: boolean })
  | (Node & { kind: 'create-schema' | 'drop-schema'; name: string[]; ifExists: boolean; cascade: boolean; properties: Property[] })
  | (Node & { kind: 'delete'; table: TableName; where?: Expression })
  | (Node & { kind: 'update'; table: TableName; set: { column: string; value: Expression }[]; where?: Expression })
  | (Node & { kind: 'merge'; table: TableName; alias?: string; using: Relation; on: Expression; cases: MergeCase[] })
  | (Node & { kind: 'truncate'; table: TableName; properties: Property[] })
  | (Node & { kind: 'refresh' | 'analyze'; table: TableName; properties: Property[] })
  | (Node & { kind: 'alter-table'; object: 'table' | 'view' | 'materialized view'; table: TableName; action: string; values: Expression[]; to?: TableName })
  | (Node & { kind: 'comment'; object: string; name: TableName; text?: string })
  | (Node & { kind: 'show-create'; object: string; table: TableName })
  | (Node & { kind: 'show-stats'; table?: TableName; query?: Query })
  | (Node & { kind: 'show-functions' | 'show-roles' | 'show-grants' | 'show-branches'; like?: Like })
  | (Node & { kind: 'call'; name: string[]; args: Expression[] })
  | (Node & { kind: 'prepare'; name: string; statement: AnyStatement; from: number })
  | (Node & { kind: 'execute'; name: string; values: Expression[] })
  | (Node & { kind: 'execute-immediate'; text: string; values: Expression[] })
  | (Node & { kind: 'deallocate' | 'describe-input' | 'describe-output'; name: string })
  | (Node & { kind: 'set-time-zone'; zone?: Expression })
  | (Node & { kind: 'transaction'; action: 'start' | 'commit' | 'rollback'; modes: string[] })
  | (Node & { kind: 'administrative'; what: string });

export type AnyStatement = Statement | OtherStatement;

export interface Property { name: string; value?: Expression }
export interface ColumnDefinition { name: string; type: string; nullable: boolean; default?: Expression; comment?: string; properties: Property[] }
export interface MergeCase { matched: boolean; condition?: Expression; action: 'insert' | 'update' | 'delete'; columns: string[]; values: Expression[] }
