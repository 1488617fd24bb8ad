/**
 * What the query gateway costs and gives, measured through a whole `npm start` on this machine. Optional inputs: DATAOS_TEST_TRINO
 * (a Trino server, for ratios), DATAOS_TEST_TPCH (a folder with the eight TPC-H tables as `<table>.parquet`) and DATAOS_TEST_DATA
 * (query texts); what they are needed for is left out without them.
 */
import type { Bench } from './figure.ts';
import { join } from './minerva/join.ts';
import { latency } from './minerva/latency.ts';
import { listing } from './minerva/listing.ts';
import { load } from './minerva/load.ts';
import { openStage } from './minerva/stage.ts';
import { streaming } from './minerva/streaming.ts';
import { tpch } from './minerva/tpch.ts';

const parts = { latency, streaming, load, join, listing, tpch };

export const bench: Bench = async (report) => {
  const only = process.env['DATAOS_BENCH_ONLY']?.split(',');
  const stage = await openStage();
  try {
    for (const [name, part] of Object.entries(parts)) if (only === undefined || only.includes(name)) await part(stage, report);
  } finally {
    await stage.close();
  }
};
