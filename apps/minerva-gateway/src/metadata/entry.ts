/** A table as listings know it; `columns` are asked for only where a listing shows them. */
export interface Entry {
  readonly catalog: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'BASE TABLE' | 'VIEW';
  readonly columns: readonly { readonly name: string; readonly type: string; readonly comment?: string }[];
}

/** What a query says about the rows it wants, so that not everything has to be listed. */
export interface Hints { readonly catalog?: string; readonly schema?: string; readonly table?: string }

export type Value = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, Value>>;
