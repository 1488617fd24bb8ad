import { createInterface } from 'node:readline';
import { refsOf, type Statement } from './refs.js';

/** Reads `{id, sql}` as JSON lines and answers each with the tables it names: a door for other people's differential tests. */
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(refsOf(JSON.parse(line) as Statement))}\n`);
}
