import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { KafkaSockets } from './kafka-sockets.js';

it('closes every connection that was opened and not closed', async () => {
  const heard: Socket[] = [];
  const server = createServer((socket) => heard.push(socket.resume())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sockets = new KafkaSockets();
  const connect = (): Promise<Socket> => new Promise((resolve) => {
    const socket: Socket = sockets.factory({ host: '127.0.0.1', port, ssl: undefined as never, onConnect: () => resolve(socket) });
  });
  const [first, second] = [await connect(), await connect()];
  while (heard.length < 2) await turn();
  first.destroy();
  sockets.destroy();
  await Promise.all(heard.map((socket) => socket.closed || once(socket, 'close')));
  expect([first.destroyed, second.destroyed]).toEqual([true, true]);
  // Resolves only when no connection is left.
  await new Promise((resolve) => server.close(resolve));
});
