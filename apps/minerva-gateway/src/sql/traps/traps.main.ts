import { parseArgs } from 'node:util';
import { client } from './client.js';
import { know, tryTraps } from './traps.js';

const USAGE = 'sql:traps -- --server URL --full CREDENTIALS --restricted CREDENTIALS --table CATALOG.SCHEMA.TABLE --key COLUMN --masked COLUMN';

const { values } = parseArgs({ options: { server: { type: 'string' }, full: { type: 'string' }, restricted: { type: 'string' }, table: { type: 'string' }, key: { type: 'string' }, masked: { type: 'string' } } });
const { server, full, restricted, table, key, masked } = values;
if (server === undefined || full === undefined || restricted === undefined || table === undefined || key === undefined || masked === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const known = await know({ table, key, masked }, client(server, full), client(server, restricted));
  const outcomes = await tryTraps(known);
  for (const outcome of outcomes) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcomes.every(({ held }) => held) ? 0 : 1;
}
