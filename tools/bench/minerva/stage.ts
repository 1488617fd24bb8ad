import { DuckDBInstance } from '@duckdb/node-api';
import { createClient } from '@dataos/contracts-core';
import { depotApi } from '@dataos/contracts-depot';
import { minervaApi } from '@dataos/contracts-minerva';
import { removePlatform, startPlatform } from '@dataos/testkit';
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planPorts } from '../../local/ports.ts';
import { loadSecrets } from '../../local/secrets.ts';
import { superuserUrl } from '../../postgres/server.ts';

export interface Stage {
  /** The door for Trino clients, and the key of one who may read everything. */
  readonly trino: string;
  readonly key: string;
  readonly files: string;
  /** The platform's database server, as its owner. */
  readonly database: string;
  readonly depots: ReturnType<typeof depotsOf>;
  /** DuckDB called directly, with as many threads as the cluster has. */
  readonly duckdb: Awaited<ReturnType<DuckDBInstance['connect']>>;
  close(): Promise<void>;
}

const depotsOf = (baseUrl: string, token: string) => createClient(depotApi, { baseUrl, token });

/** A whole platform, with a depot `bench` of files made for the purpose. */
export async function openStage(): Promise<Stage> {
  const files = mkdtempSync(path.join(tmpdir(), 'dataos-bench-'));
  for (const folder of ['flat', 'many']) mkdirSync(path.join(files, folder));
  const tpch = process.env['DATAOS_TEST_TPCH'];
  if (tpch !== undefined && existsSync(tpch)) {
    mkdirSync(path.join(files, 'tpch'));
    for (const table of TPCH_TABLES) copyOrLink(path.join(tpch, `${table}.parquet`), path.join(files, 'tpch', `${table}.parquet`));
  }
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await duckdb.run(`COPY (SELECT i AS id, 'name' || (i % 1000) AS name, i / 3.0::DOUBLE AS score FROM range(10000000) t(i)) TO '${files}/flat/ten_million.parquet' (FORMAT parquet)`);
  await duckdb.run(`COPY (SELECT i AS id, (hash(i) % 1000000)::BIGINT AS customer, (i % 9973) / 100.0 AS amount FROM range(5000000) t(i)) TO '${files}/flat/sales.parquet' (FORMAT parquet)`);
  const platform = await startPlatform();
  const { DATAOS_URL: url = '', DATAOS_OPERATOR_APIKEY: key = '' } = platform.environment;
  const depots = depotsOf(url, key);
  await depots.putDepot({ params: { depot: 'bench' }, body: { type: 'FILE', external: true, file: { path: files } } as never });
  await createClient(minervaApi, { baseUrl: url, token: key }).putCluster({
    params: { name: 'bench' },
    body: { spec: { minerva: { selector: { users: ['**'], priority: 1 }, resources: { limits: { cpu: '2', memory: '8Gi' } } } } } as never,
  });
  const trino = platform.environment['DATAOS_TRINO_URL'] ?? '';
  return {
    trino, key, files, depots, duckdb, database: superuserUrl(planPorts(platform.portBase).postgres, loadSecrets(path.join(platform.folder, 'secrets.json')).superuser),
    close: async () => {
      duckdb.closeSync();
      await platform.stop();
      await removePlatform(platform.folder);
      rmSync(files, { recursive: true, force: true });
    },
  };
}

export const TPCH_TABLES = ['customer', 'lineitem', 'nation', 'orders', 'part', 'partsupp', 'region', 'supplier'] as const;

/** A link within one disk; the depot lets nothing be read that lies outside its folder, so not a symbolic one. */
function copyOrLink(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
