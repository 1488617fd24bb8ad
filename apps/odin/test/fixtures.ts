import type { Client, EventDefinition, Principal } from '@dataos/contracts-core';
import { heimdallApi } from '@dataos/contracts-heimdall';
import { AssetChanged, AssetCreated, LineageRecorded } from '@dataos/contracts-metis';
import { odinApi } from '@dataos/contracts-odin';
import { ResourceChanged, RunFinished } from '@dataos/contracts-poros';
import { EVENT_BUS, type EventBus } from '@dataos/kit';
import { eventually, type FakePeer, startFakePeer, startTestService, type TestService } from '@dataos/testkit';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppModule } from '../src/app.module.js';
import { service } from '../src/service.js';

const person = (id: string, ...tags: string[]): Principal => ({ id, type: 'person', tags: ['roles:id:user', `users:id:${id}`, ...tags] });
const users = { 'key-olivia': person('olivia', 'roles:id:operator'), 'key-amir': person('amir') };

export const passengers = 'dataos://crm:public/passengers';
export const bookings = 'dataos://crm:public/bookings';
export const booked = 'dataos://flights:derived/booked_flights';
export const report = 'dataos://flights:derived/report';

export interface Fact { readonly event: EventDefinition; readonly subject: string; readonly data: unknown; readonly time?: string; readonly id?: string }
export interface House {
  readonly odin: TestService<typeof odinApi>;
  readonly heimdall: FakePeer;
  client(token?: string): Client<typeof odinApi>;
  /** Publishes and waits until all of it is handled. */
  tell(...facts: Fact[]): Promise<void>;
  /** Every statement there is, in an order of its own. */
  graph(): Promise<string[]>;
  close(): Promise<void>;
}

/** Odin on a real database; heimdall lets operators read every graph and others none of the guarded ones. */
export async function startHouse(config: Record<string, string> = {}): Promise<House> {
  const heimdall = await startFakePeer(heimdallApi, {
    authorizeBatch: ({ body }) => ({ results: Object.fromEntries(Object.keys(body.contexts).map((key) => [key, { allow: body.token === 'key-olivia', valid: true }])) }),
  });
  const odin = await startTestService(service, AppModule, { users, config: { HEIMDALL_URL: heimdall.url, ...config } }) as unknown as TestService<typeof odinApi>;
  let clock = Date.now();
  const tell = async (...facts: Fact[]): Promise<void> => {
    const sent = facts.map(({ event, subject, data, time, id }) => {
      clock += 1;
      const envelope = { specversion: '1.0', id: id ?? uuidv7(), source: 'test', type: event.type, subject, time: time ?? new Date(clock).toISOString(), dataversion: event.version, data };
      return { topic: event.topic, key: subject, envelope };
    });
    await odin.get<EventBus>(EVENT_BUS).publish(sent);
    await eventually(async () => {
      const rows = await odin.get(DataSource).query('SELECT (SELECT count(*) FROM inbox WHERE event = ANY($1))::int AS done, (SELECT count(*) FROM dead_letter)::int AS dead', [sent.map(({ envelope }) => envelope.id)]) as { done: number; dead: number }[];
      if (rows[0]?.done !== new Set(sent.map(({ envelope }) => envelope.id)).size) throw new Error(`handled ${JSON.stringify(rows[0])} of ${sent.length}`);
    });
  };
  const graph = async (): Promise<string[]> => (await odin.get(DataSource).query(
    `SELECT concat_ws(' ', s.value, p.value, o.value, g.value, src.key) AS line FROM quad JOIN term s ON s.id = s JOIN term p ON p.id = p JOIN term o ON o.id = o
     JOIN term g ON g.id = g JOIN source src ON src.id = source ORDER BY 1`) as { line: string }[]).map(({ line }) => line);
  return {
    odin, heimdall, tell, graph, client: (token = 'key-amir') => odin.client(token),
    close: async () => {
      await odin.close();
      await heimdall.close();
    },
  };
}

export const asset = (id: string, columns: string[] = [], more: object = {}): Fact => ({
  event: AssetCreated, subject: id, data: {
    id, kind: 'table', name: id.split('/').at(-1), owner: 'olivia', tags: [], depot: 'crm', collection: 'public', parent: id.slice(0, id.lastIndexOf('/')), generation: 1,
    columns: columns.map((name, at) => ({ id: `${id}#${name}`, name, type: 'varchar', nullable: true, tags: name === 'email' ? ['PII.Email'] : [], ordinal: at + 1 })), ...more } });
export const changed = (fact: Fact, more: object): Fact => ({ event: AssetChanged, subject: fact.subject, data: { ...(fact.data as object), changed: [], ...more } });
export const lineage = (job: string, from: string[], to: string, columns: [string, string][] = []): Fact => ({
  event: LineageRecorded, subject: job, data: { job, edges: from.map((one) => ({ from: one, to })), columns: columns.map(([a, b]) => ({ from: a, to: b })), at: '2026-01-01T00:00:00.000Z' } });
export const resource = (id: string, references: string[], more: object = {}): Fact => {
  const [type = '', version = '', name = '', workspace] = id.split(':');
  return { event: ResourceChanged, subject: id, data: {
    id, uid: uuidv7(), type, version, name, ...(workspace === undefined ? {} : { workspace }), owner: 'olivia', layer: 'user', tags: [], generation: 1, references, change: 'created',
    status: { aggregateStatus: 'active', runtime: '', info: '' }, ...more } };
};
export const run = (id: string, more: object = {}): Fact => ({ event: RunFinished, subject: 'workflow:v1:booked-flights:public', data: {
  run: id, resource: 'workflow:v1:booked-flights:public', job: 'join', runAs: 'olivia', generation: 1, startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:09Z',
  phase: 'succeeded', inputs: [passengers, bookings], outputs: [booked], columns: [], ...more } });
