import type { Table } from '../../src/sql/table.js';

/** Tables of the TPC benchmarks by the prefix of their columns. */
const PREFIXES: Record<'tpch' | 'tpcds', Record<string, string>> = {
  tpch: { l: 'lineitem', o: 'orders', c: 'customer', p: 'part', ps: 'partsupp', s: 'supplier', n: 'nation', r: 'region' },
  tpcds: {
    ss: 'store_sales', sr: 'store_returns', cs: 'catalog_sales', cr: 'catalog_returns', ws: 'web_sales', wr: 'web_returns', inv: 'inventory', s: 'store', cc: 'call_center', cp: 'catalog_page', web: 'web_site', wp: 'web_page',
    w: 'warehouse', c: 'customer', ca: 'customer_address', cd: 'customer_demographics', d: 'date_dim', hd: 'household_demographics', i: 'item', ib: 'income_band', p: 'promotion', r: 'reason', sm: 'ship_mode', t: 'time_dim',
  },
};

/** The type a column has, told from its name. */
function typeOf(column: string): string {
  if (/_sk$|number$|key$/.test(column)) return 'bigint';
  if (/date$/.test(column)) return 'date';
  if (/price|_amt|_amount|cost|profit|_tax|_paid|discount|loss|_fee|store_credit|cash|charge|acctbal|gmt|percentage|l_quantity|sales$/.test(column)) return 'decimal(12,2)';
  return /_year|_moy|_dom|_qoy|_dow|month_seq|week_seq|_hour|_minute|_count$|_size$|quantity|_birth_(day|month|year)|estimate|bound$|(manufact|manager|brand|class|category|market)_id$|employees|linenumber|shippriority|availqty|t_time$|floor_space|sq_ft$/.test(column)
    && column !== 'i_size' ? 'integer' : 'varchar';
}

/** The tables that the queries of a benchmark use, with the columns that they name; `sources` says where each lies. */
export function tablesOfBenchmark(name: 'tpch' | 'tpcds', queries: readonly string[], source: (table: string) => Table['source']): Map<string, Table> {
  const columns = new Map<string, Set<string>>(Object.values(PREFIXES[name]).map((table) => [table, new Set()]));
  for (const query of queries) {
    for (const [column, prefix = ''] of query.matchAll(/\b([a-z]{1,3})_[a-z0-9_]+\b/g)) {
      const table = PREFIXES[name][prefix];
      if (table !== undefined && !columns.has(column)) columns.get(table)?.add(column);
    }
  }
  return new Map([...columns].map(([table, names]) => [`c.s.${table}`, {
    address: table, name: `c.s.${table}`, columns: [...names, 'unnamed'].map((column) => ({ name: column, type: typeOf(column) })), source: source(table), decision: { filters: [], masks: [] },
  }]));
}
