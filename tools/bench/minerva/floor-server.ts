/** The bare server of `floor.ts`: commits one row, then answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS bench_floor (id bigserial PRIMARY KEY, said text NOT NULL)');
const insert = { name: 'floor', text: 'INSERT INTO bench_floor (said) VALUES ($1)' };
const page = JSON.stringify({ id: 'floor', columns: [{ name: '_col0', type: 'integer' }], data: [[1]], stats: { state: 'FINISHED' } });

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => {
    client.query({ ...insert, values: [text] }).then(() => response.setHeader('content-type', 'application/json').end(page), () => response.writeHead(500).end());
  });
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
