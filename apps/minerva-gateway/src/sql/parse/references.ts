import type { TableName } from '../ast.js';

/** Why a statement names a table: its rows are read, it is written to, or it is only described. */
export type Role = 'read' | 'write' | 'describe';
/** Where the name stands, which decides how it may be replaced. */
export type Place = 'relation' | 'body' | 'argument' | 'target' | 'like' | 'statement';

/** One place where a statement names a table of a catalogue. Names of WITH queries are resolved and not among them. */
export interface TableReference {
  readonly name: TableName;
  readonly role: Role;
  readonly place: Place;
  readonly scope: NameScope;
  /** Whether the relation got a name of its own behind the table's. */
  aliased: boolean;
  /** Where the whole of it begins, when that is not where the name begins (`TABLE t`). */
  readonly from: number;
  /** FOR VERSION AS OF … as it stands in the text. */
  period?: { readonly at: number; readonly end: number };
}

/** The relations of one FROM clause, and those around it: what decides whether `a.b.c` is a column of table `a.b`. */
export interface NameScope {
  readonly parent?: NameScope;
  readonly tables: TableReference[];
  /** What else may be meant by a first part: the names given to relations. */
  readonly aliases: string[];
}

/** A name of three parts or more, or `a.b.*`: it may begin with the name of a table. `ends[n]` is where the first n + 2 parts end. */
export interface LongName { readonly parts: readonly string[]; readonly at: number; readonly ends: readonly number[]; readonly scope: NameScope }

interface Common { readonly name: string; readonly parent?: Common }

/** Resolves names of WITH queries while a statement is parsed, and collects all others. */
export class References {
  readonly tables: TableReference[] = [];
  readonly names: LongName[] = [];
  /** Functions called by a qualified name, and table functions. */
  readonly functions: (readonly string[])[] = [];
  scope: NameScope = { tables: [], aliases: [] };
  private common: Common | undefined;

  /** Remembers which WITH names are visible; `restore` takes back what was declared since. */
  mark(): Common | undefined {
    return this.common;
  }

  restore(mark: Common | undefined): void {
    this.common = mark;
  }

  declare(name: string): void {
    this.common = this.common === undefined ? { name } : { name, parent: this.common };
  }

  /** Opens the scope of one SELECT; the caller puts the former one back. */
  open(): NameScope {
    const parent = this.scope;
    this.scope = { parent, tables: [], aliases: [] };
    return parent;
  }

  /** Notes a table that is named; answers `undefined` when the name is that of a WITH query. */
  add(name: TableName, role: Role, place: Place, from = name.at): TableReference | undefined {
    if (role === 'read' && name.parts.length === 1 && this.isCommon(name.parts[0] as string)) return undefined;
    const reference: TableReference = { name, role, place, scope: this.scope, aliased: false, from };
    this.tables.push(reference);
    if (place === 'relation') this.scope.tables.push(reference);
    return reference;
  }

  private isCommon(name: string): boolean {
    for (let common = this.common; common !== undefined; common = common.parent) if (common.name === name) return true;
    return false;
  }
}
