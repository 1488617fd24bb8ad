import type { QueryTable } from '@dataos/contracts-minerva';
import type { QueryTracing } from '../queries/trail.js';
import type { OutputColumn } from '../sql/emit/context.js';

/** What the gateway answers by itself, without an engine. */
export interface Answer {
  readonly columns: readonly OutputColumn[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly updateType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly decision?: string;
  /** For the audit, where the answer is that of a change: what it names for reading, and what it made. */
  readonly reads?: QueryTable[];
  readonly writes?: QueryTable[];
  readonly tracing?: QueryTracing;
}

export const texts = (...names: string[]): OutputColumn[] => names.map((name) => ({ name, type: { kind: 'varchar' } }));
export const update = (updateType: string, headers: Record<string, string> = {}): Answer => ({ columns: [], rows: [], updateType, headers });
