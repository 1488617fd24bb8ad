import { AwsClient } from 'aws4fetch';
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Keys, s3Server } from './s3-server.js';

/** A bucket of its own at a store that listens here; every request to the store passes this process. */
export interface TestStore extends Keys {
  readonly endpoint: string;
  readonly bucket: string;
  /** Which store answers: the minimal one of these tests, or a real one. */
  readonly kind: 'minimal' | 'real';
  /** Method and path of every request so far; queries follow a `?`. */
  readonly requests: string[];
  /** Set, it answers instead of the store where it returns true. */
  instead?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Resolves with the object as a listing would show it. */
  put(key: string, body: Buffer | string): Promise<{ key: string; size: number; etag: string }>;
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown;

/** `DATAOS_TEST_S3` names a real store as JSON: endpoint (http), accessKeyId, secretAccessKey. */
export async function startTestStore(real = process.env['DATAOS_TEST_S3']): Promise<TestStore> {
  const named = real === undefined ? undefined : JSON.parse(real) as Keys & { endpoint: string };
  // As long and as odd as real ones, so that a leak can be searched for.
  const keys = named ?? { accessKeyId: `AK${randomBytes(9).toString('hex').toUpperCase()}`, secretAccessKey: `${randomBytes(16).toString('hex')}+/${randomBytes(4).toString('hex')}` };
  const answer: Answer = named === undefined ? s3Server(keys) : passedOn(new URL(named.endpoint));
  const requests: string[] = [];
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push(`${request.method} ${request.url}`);
    if (store.instead?.(request, response) === true) return;
    await answer(request, response, Buffer.concat(chunks));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bucket = `test-${randomBytes(6).toString('hex')}`;
  const client = new AwsClient({ accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey, service: 's3', region: 'us-east-1', retries: 0 });
  const call = async (method: string, path: string, body?: Buffer | string): Promise<Response> => {
    const answered = await client.fetch(`${endpoint}/${bucket}${path}`, { method, ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }) });
    if (!answered.ok) throw new Error(`${method} ${path}: ${answered.status} ${await answered.text()}`);
    return answered;
  };
  const store: TestStore = {
    endpoint, bucket, kind: named === undefined ? 'minimal' : 'real', requests, accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey,
    put: async (key, body) => ({ key, size: Buffer.byteLength(body), etag: ((await call('PUT', `/${key}`, body)).headers.get('etag') ?? '').replaceAll('"', '') }),
    remove: async (key) => void (await call('DELETE', `/${key}`)),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  await call('PUT', '');
  return store;
}

/** Everything as it came, the host included: that is what was signed. */
function passedOn(target: URL): Answer {
  return (request, response, body) => {
    const onward = send({ host: target.hostname, port: target.port, method: request.method, path: request.url, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  };
}
