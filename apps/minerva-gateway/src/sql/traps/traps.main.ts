import { parseArgs } from 'node:util';
import { client } from './client.js';
import { know, type Outcome, tryTraps } from './traps.js';

const USAGE = 'sql:traps -- --server URL --full CREDENTIALS --restricted CREDENTIALS --table CATALOG.SCHEMA.TABLE --key COLUMN --masked COLUMN [--meant QUERY]';

const { values } = parseArgs({ options: { server: { type: 'string' }, full: { type: 'string' }, restricted: { type: 'string' }, table: { type: 'string' }, key: { type: 'string' }, masked: { type: 'string' }, meant: { type: 'string' } } });
const { server, full, restricted, table, key, masked, meant } = values;
if (server === undefined || full === undefined || restricted === undefined || table === undefined || key === undefined || masked === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const outcomes = await know({ table, key, masked }, client(server, full), client(server, restricted), meant).then(tryTraps, (error: unknown): Outcome[] =>
    [{ id: 'subject', about: 'the two users see the table differently', held: false, problem: error instanceof Error ? error.message : String(error) }]);
  for (const outcome of outcomes) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcomes.every(({ held }) => held) ? 0 : 1;
}
