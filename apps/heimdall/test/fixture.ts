import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { heimdallApi } from '@dataos/contracts-heimdall';
import { startTestService, type TestService } from '@dataos/testkit';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';
import { acceptClientHabits } from '../src/wire/client-habits.js';

export type Heimdall = TestService<typeof heimdallApi>;
export const keyOf = (id: string): string => `key-${id}-0123456789`;

/** The people of these tests: an operator, another one, an analyst, an outsider and two services. */
const people = { olivia: ['roles:id:operator'], oscar: ['roles:id:operator'], amir: ['roles:id:analyst'], otto: [] };
const users = [
  ...Object.entries(people).map(([id, tags]) => ({ id, name: id, email: `${id}@air.example`, type: 'person', tags: [...tags, 'roles:id:user'], apikey: keyOf(id) })),
  ...['poros', 'metis', 'minerva-gateway'].map((id) => ({ id, name: id, type: 'application', tags: ['roles:id:service', `services:id:${id}`], apikey: keyOf(id) })),
];

/** Replicas over one database, all with the same key file. */
export class Replicas {
  readonly folder = mkdtempSync(join(tmpdir(), 'govern-'));
  readonly all: Heimdall[] = [];

  async add(settings: Record<string, string> = {}): Promise<Heimdall> {
    const bootstrap = join(this.folder, 'bootstrap.json');
    writeFileSync(bootstrap, JSON.stringify({ users }));
    const config = {
      HEIMDALL_KEY_FILE: join(this.folder, 'key'), HEIMDALL_BOOTSTRAP_FILE: bootstrap, ...settings, ...(this.all[0] ? { DATABASE_URL: this.all[0].databaseUrl } : {}),
    };
    const started = (await startTestService(service, AppModule, { config, extend: acceptClientHabits })) as unknown as Heimdall;
    this.all.push(started);
    return started;
  }

  async close(): Promise<void> {
    for (const replica of this.all.slice(1).reverse()) await replica.close({ keepDatabase: true });
    await this.all[0]?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One raw request, as a client written elsewhere would send it. */
export async function send(base: string, method: string, path: string, { token, type, body, headers = {} }: { token?: string; type?: string; body?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; body: unknown; text: string }> {
  const answer = await fetch(base + path, {
    method, headers: { ...(token ? { apikey: token } : {}), ...(type ? { 'content-type': type } : {}), ...headers }, ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  return { status: answer.status, body: parsed, text };
}

/** Whether the holder of a token may, as the door of any service would ask. */
export async function may(base: string, token: string, predicate: string, object: { paths?: string[]; tags?: string[] }): Promise<boolean> {
  const { status } = await send(base, 'POST', '/heimdall/api/v1/authorize', { type: 'application/json', body: JSON.stringify({ token, context: { predicate, object } }) });
  if (status !== 200 && status !== 403) throw new Error(`authorize answered ${status}`);
  return status === 200;
}
