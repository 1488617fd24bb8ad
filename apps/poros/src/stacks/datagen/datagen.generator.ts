import { createFaker, generatorOf } from './datagen.faker.js';
import type { DatagenColumn, DatagenSpec, DatagenTable } from './datagen.schema.js';
import type { Faker } from '@faker-js/faker';

export type Cell = string | number | boolean | undefined;
/** Rows of other datasets to pick from, by reference name. */
export type ReferenceRows = ReadonlyMap<string, readonly Readonly<Record<string, Cell>>[]>;

interface RowState {
  readonly index: number;
  /** For each reference the row picked for this row, so that its columns belong together. */
  readonly picked: ReadonlyMap<string, Readonly<Record<string, Cell>>>;
}
type Fill = (row: RowState) => Cell;

/** The rows of a table, one at a time; the same seed gives the same rows. */
export function* generateRows(spec: DatagenSpec, table: DatagenTable, references: ReferenceRows): Generator<Cell[]> {
  const faker = createFaker(seedOf(spec.seed, table.name));
  const columns = Object.entries(table.columns);
  const fills = columns.map(([, column]) => fillOf(column, spec, faker));
  const used = [...new Set(columns.flatMap(([, column]) => (column.reference === undefined ? [] : [column.reference.name])))];
  const templates = columns.flatMap(([, column], position) => (column.template === undefined ? [] : [{ position, parts: column.template }]));
  const positions = new Map(columns.map(([name], position) => [name, position]));
  for (let index = 0; index < table.rows; index += 1) {
    const picked = new Map(used.map((name) => [name, pick(faker, references.get(name) ?? [])]));
    const cells = fills.map((fill) => fill({ index, picked }));
    for (const { position, parts } of templates) {
      cells[position] = parts.replaceAll(/\{(\w+)\}/g, (_, name: string) => slug(cells[positions.get(name) ?? -1]));
    }
    yield cells;
  }
}

/** Texts of a row used inside a template become lower-case and lose what an e-mail address cannot hold. */
const slug = (cell: Cell): string => String(cell ?? '').toLowerCase().normalize('NFD').replaceAll(/[^a-z0-9@._-]+/g, '');

function fillOf(column: DatagenColumn, spec: DatagenSpec, faker: Faker): Fill {
  const fill = plainFillOf(column, spec, faker);
  const { nulls } = column;
  return nulls === undefined ? fill : (row) => (random(faker) < nulls ? undefined : fill(row));
}

function plainFillOf(column: DatagenColumn, spec: DatagenSpec, faker: Faker): Fill {
  const { sequence, number, date, pattern, reference, foreignKey } = column;
  if (sequence !== undefined) return ({ index }) => sequence.start + index * sequence.step;
  if (column.oneOf !== undefined) return choice(column.oneOf, column.weights, faker);
  if (number !== undefined) {
    const scale = 10 ** number.decimals;
    return () => Math.round((number.min + random(faker) * (number.max - number.min)) * scale) / scale;
  }
  if (date !== undefined) return dayBetween(date.from, date.to, faker);
  if (pattern !== undefined) return () => pattern.replaceAll('#', () => String(Math.floor(random(faker) * 10)));
  if (reference !== undefined) return ({ picked }) => picked.get(reference.name)?.[reference.column];
  if (foreignKey !== undefined) return keyOf(spec, foreignKey.table, faker);
  if (column.faker !== undefined) {
    const generate = generatorOf(faker, column.faker);
    const args = column.args ?? [];
    return () => cellOf(generate?.(...args));
  }
  return () => undefined;
}

function choice(values: readonly (string | number | boolean)[], weights: readonly number[] | undefined, faker: Faker): Fill {
  if (weights === undefined) return () => values[Math.floor(random(faker) * values.length)];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let rest = random(faker) * total;
    return values[Math.max(0, weights.findIndex((weight) => (rest -= weight) < 0))];
  };
}

function dayBetween(from: string, to: string, faker: Faker): Fill {
  const first = Date.parse(from) / 86_400_000;
  const days = Date.parse(to) / 86_400_000 - first + 1;
  return () => new Date((first + Math.floor(random(faker) * days)) * 86_400_000).toISOString().slice(0, 10);
}

function keyOf(spec: DatagenSpec, name: string, faker: Faker): Fill {
  const table = spec.tables.find((candidate) => candidate.name === name);
  const sequence = table?.columns[table.primaryKey ?? '']?.sequence;
  if (table === undefined || sequence === undefined) return () => undefined;
  return () => sequence.start + Math.floor(random(faker) * table.rows) * sequence.step;
}

const random = (faker: Faker): number => faker.number.float();
const pick = (faker: Faker, rows: readonly Readonly<Record<string, Cell>>[]): Readonly<Record<string, Cell>> => rows[Math.floor(random(faker) * rows.length)] ?? {};
const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : value === undefined || value === null ? undefined : JSON.stringify(value));

/** Tables get different streams from one seed (FNV-1a over the name). */
function seedOf(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
