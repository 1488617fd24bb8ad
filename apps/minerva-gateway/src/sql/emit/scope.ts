import { type Location, TrinoFailure } from '../failure.js';
import type { Fragment } from './fragment.js';

/** Something a name may mean. `qualifiers` are the ways to say which relation it belongs to. */
export interface Field {
  readonly name: string;
  readonly qualifiers: readonly (readonly string[])[];
  /** Asked only when the name is really used: that is how a scan learns its columns. */
  readonly value: () => Fragment;
}

/** The names an expression may use, and those of the queries around it. */
export class Scope {
  constructor(readonly fields: readonly Field[], readonly parent?: Scope, private readonly outputs: ReadonlyMap<string, Fragment> = new Map()) {}

  /** The same scope in which the names of output columns come first (ORDER BY). */
  withOutputs(outputs: ReadonlyMap<string, Fragment>): Scope {
    return new Scope(this.fields, this.parent, outputs);
  }

  resolve(parts: readonly string[], location: Location): Fragment {
    const name = parts.at(-1) ?? '';
    const qualifier = parts.slice(0, -1);
    const output = qualifier.length === 0 ? this.outputs.get(name) : undefined;
    if (output !== undefined) return output;
    const found = this.fields.filter((field) => field.name === name && matches(field, qualifier));
    if (found.length > 1) throw at(location, 'AMBIGUOUS_NAME', `Column '${parts.join('.')}' is ambiguous`);
    if (found[0] !== undefined) return found[0].value();
    if (this.parent !== undefined) return this.parent.resolve(parts, location);
    throw at(location, 'COLUMN_NOT_FOUND', `Column '${parts.join('.')}' cannot be resolved`);
  }

  /** The fields that `*` or `qualifier.*` stands for. */
  star(qualifier: readonly string[] | undefined, location: Location): Field[] {
    const fields = this.fields.filter((field) => qualifier === undefined || matches(field, qualifier));
    if (fields.length > 0) return fields;
    throw at(location, 'TABLE_NOT_FOUND', qualifier === undefined ? 'SELECT * not allowed in queries without FROM clause' : `Table '${qualifier.join('.')}' does not exist in this FROM clause`);
  }
}

const matches = (field: Field, qualifier: readonly string[]): boolean =>
  qualifier.length === 0 || field.qualifiers.some((known) => known.length === qualifier.length && known.every((part, index) => part === qualifier[index]));

const at = (location: Location, name: 'AMBIGUOUS_NAME' | 'COLUMN_NOT_FOUND' | 'TABLE_NOT_FOUND', message: string): TrinoFailure =>
  new TrinoFailure(name, `line ${location.lineNumber}:${location.columnNumber}: ${message}`, { location });
