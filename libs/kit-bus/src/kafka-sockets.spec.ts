import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KafkaSockets } from './kafka-sockets.js';

describe('the connections of a Kafka client', () => {
  let heard: Socket[];
  let server: Server;
  let port: number;

  beforeEach(async () => {
    heard = [];
    server = createServer((socket) => heard.push(socket.resume())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('are all closed that were opened and not closed, and none is opened afterwards', async () => {
    const sockets = new KafkaSockets();
    const failures: string[] = [];
    const open = (onConnect: () => void): Socket => sockets.factory({ host: '127.0.0.1', port, ssl: undefined as never, onConnect });
    const connect = (): Promise<Socket> => new Promise((resolve) => {
      const socket: Socket = open(() => resolve(socket)).on('error', ({ message }) => failures.push(message));
    });
    const [first, second] = [await connect(), await connect()];
    while (heard.length < 2) await turn();
    first.destroy();
    sockets.destroy();
    await Promise.all(heard.map((socket) => socket.closed || once(socket, 'close')));
    expect([first.destroyed, second.destroyed]).toEqual([true, true]);
    expect(failures).toEqual(['closed with its client']);
    expect(() => open(() => undefined)).toThrow('closed');
  });

  // What kafkajs forgets has timers too, which only it can stop.
  it('leave no timer of kafkajs behind that keeps the process', async () => {
    const program = `
      import { KafkaSockets } from ${JSON.stringify(import.meta.resolve('./kafka-sockets.ts'))};
      import kafkajs from ${JSON.stringify(import.meta.resolve('kafkajs'))};
      const sockets = new KafkaSockets();
      const admin = new kafkajs.Kafka({ brokers: ['127.0.0.1:${port}'], socketFactory: sockets.factory, requestTimeout: 60_000, retry: { retries: 0 }, logLevel: 0 }).admin();
      admin.connect().catch((error) => console.log(error.message));
      setTimeout(() => sockets.destroy(), 500);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], { timeout: 10_000 });
    expect(stdout).toContain('closed with its client');
  }, 20_000);
});
