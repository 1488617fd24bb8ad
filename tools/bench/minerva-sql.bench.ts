/** What reading and rewriting SQL costs, beside the parser of a package that knows Trino. */
import path from 'node:path';
import type { Bench } from './figure.ts';

const app = path.resolve(import.meta.dirname, '../../apps/minerva-gateway');

/** A query as short as people write them, 50 characters. */
const SHORT = "SELECT id, name FROM lake.sales.customers LIMIT 10";

/** A large one of the shape of TPC-DS query 64: two WITH queries, eighteen relations, long lists of columns and conditions; 3.8 kB. */
function large(): string {
  const returned = (name: string): string => `SELECT item_sk, sum(list_price) AS sale, sum((refunded_cash + reversed_charge) + store_credit) AS refund FROM ${name}_sales s, ${name}_returns r
    WHERE (s.item_sk = r.item_sk) AND (s.order_number = r.order_number) GROUP BY item_sk HAVING (sum(list_price) > (2 * sum((refunded_cash + reversed_charge) + store_credit)))`;
  const relations = ['store_sales', 'store_returns', 'cs_ui', 'date_dim d1', 'date_dim d2', 'date_dim d3', 'store', 'customer', 'customer_demographics cd1', 'customer_demographics cd2', 'promotion', 'household_demographics hd1', 'household_demographics hd2', 'customer_address ad1', 'customer_address ad2', 'income_band ib1', 'income_band ib2', 'item'];
  const columns = ['product_name', 'item_sk', 'store_name', 'zip', 'street_number', 'street_name', 'city', 'postal_code', 'current_number', 'current_street', 'current_city', 'current_zip', 'd1.d_year', 'd2.d_year', 'd3.d_year'];
  const conditions = relations.map((relation, index) => `(${relation.split(' ').at(-1)}.key_number_${index} = store_sales.reference_to_${index})`);
  const cross = `SELECT ${columns.map((column, index) => `${column} AS output_${index}`).join(', ')}, count(*) AS cnt, sum(wholesale_cost) AS s1, sum(list_price) AS s2, sum(coupon_amt) AS s3 FROM ${relations.join(', ')}
    WHERE ${conditions.join(' AND ')} AND (color IN ('purple', 'burlywood', 'indian', 'spring', 'floral', 'medium')) AND (current_price BETWEEN 64 AND (64 + 10)) GROUP BY ${columns.join(', ')}`;
  return `WITH cs_ui AS (${returned('catalog')}), cross_sales AS (${cross}) SELECT cs1.product_name, cs1.store_name, cs1.zip, cs1.s1, cs2.s1, cs2.cnt FROM cross_sales cs1, cross_sales cs2
    WHERE (cs1.item_sk = cs2.item_sk) AND (cs1.syear = 1999) AND (cs2.syear = (1999 + 1)) AND (cs2.cnt <= cs1.cnt) AND (cs1.store_name = cs2.store_name) ORDER BY cs1.product_name ASC, cs1.store_name ASC, cs2.cnt ASC`;
}

/** So many that the engine of JavaScript has made of each text what it can. */
const ROUNDS = 25;
interface Course { readonly run: () => void; readonly times: number }

/**
 * The best round of each, in microseconds of this process's processor time: others on the machine do not count. They take turns, so that
 * a moment in which the machine is slow is one for all of them.
 */
function measure<Name extends string>(courses: Record<Name, Course>): Record<Name, number> {
  const names = Object.keys(courses) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const { run, times } = courses[name];
      const before = process.cpuUsage();
      for (let index = 0; index < times; index += 1) run();
      const { user, system } = process.cpuUsage(before);
      best[name] = Math.min(best[name], (user + system) / times);
    }
  }
  return best;
}

export const bench: Bench = async (report) => {
  const { parse } = await import(path.join(app, 'dist/sql/parse/parse.js')) as { parse(text: string): { references: { tables: { name: { parts: string[] } }[] } } };
  const { splice, namedTables } = await import(path.join(app, 'dist/sql/splice/splice.js')) as { splice(parsed: unknown, input: unknown): { sql: string }; namedTables(parsed: unknown, defaults: unknown): { read: string[] } };
  const { parseWithAntlr } = await import(path.join(app, 'test/support/trino-grammar.ts')) as { parseWithAntlr(sql: string, mode?: { fast: boolean }): unknown };
  const defaults = { catalog: 'lake', schema: 'sales' };
  for (const [name, text, times] of [['short', SHORT, 5_000], ['large', large(), 300]] as const) {
    const columns = ['id', 'name', 'email', 'city'].map((column) => ({ name: column, type: 'varchar' }));
    const decision = { masks: [{ column: 'email', operator: 'hash', config: {}, policy: 'p' }], filters: [{ column: 'city', operator: 'not_equals', value: 'Oslo', policy: 'p' }] };
    const tables = new Map(namedTables(parse(text), defaults).read.map((table) => [table, { address: table, name: table, columns, decision }]));
    if (parseWithAntlr(text, { fast: true }) === undefined) throw new Error(`the other parser does not take the ${name} query`);
    const { other, own, whole } = measure({
      own: { run: () => { parse(text); }, times }, whole: { run: () => { splice(parse(text), { defaults, seed: '', tables }); }, times },
      // Its default mode looks at the whole context and takes up to twenty times as long; this is its best.
      other: { run: () => { parseWithAntlr(text, { fast: true }); }, times: Math.max(20, Math.round(times / 10)) },
    });
    const size = `${text.length} characters`;
    report({ name: `${name} query of ${size}: parse and resolve`, value: round(own), unit: 'µs', against: 'dt-sql-parser, parse only', ratio: round(other / own) });
    report({ name: `${name} query of ${size}: parse, resolve and splice`, value: round(whole), unit: 'µs', against: 'dt-sql-parser, parse only', ratio: round(other / whole) });
    report({ name: `${name} query of ${size}: dt-sql-parser, parse only`, value: round(other), unit: 'µs' });
  }
};

const round = (value: number): number => Math.round(value * 10) / 10;
