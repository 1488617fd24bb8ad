import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineApi, defineEvent, defineTopic, type EventDefinition, type EventOf } from '@dataos/contracts-core';
import { eventually, startTestService, type TestService } from '@dataos/testkit';
import { BaseConfig, createKitTables, defineService, dropKitTables, EVENT_BUS, type EventBus, HandlesEvent, HandlesEvents, kitModule } from '@dataos/kit';
import { Injectable, Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { z } from 'zod';

// Another run's events may still lie in a broker that outlives it.
const topic = defineTopic({ name: `things.${randomUUID()}.v1`, summary: 'Things' });
const Changed = defineEvent({ type: 'thing.changed', version: 1, topic: topic.name, data: z.object({ n: z.number().int() }) });
const Renamed = defineEvent({ type: 'thing.renamed', version: 1, topic: topic.name, data: z.object({ n: z.number().int() }) });
const Ignored = defineEvent({ type: 'thing.looked-at', version: 1, topic: topic.name, data: z.object({}) });

class Things1 {
  name = 'Things1764000000000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    // No uniqueness: what is applied twice must show.
    await queryRunner.query('CREATE TABLE applied (position bigserial, key text NOT NULL, n int NOT NULL)');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE applied');
    await dropKitTables(queryRunner);
  }
}

const [POISON, KILL] = [-1, -2];
const apply = (tx: EntityManager, events: readonly { subject: string; data: { n: number } }[]): Promise<unknown> =>
  tx.query('INSERT INTO applied (key, n) SELECT * FROM unnest($1::text[], $2::int[])', [events.map(({ subject }) => subject), events.map(({ data }) => data.n)]);

@Injectable()
class Follower {
  calls = 0;
  killed = false;

  @HandlesEvents(Changed, ({ n }) => n !== 0)
  async changed(events: readonly EventOf<typeof Changed>[], tx: EntityManager): Promise<void> {
    this.calls += 1;
    await apply(tx, events);
    if (events.some(({ data }) => data.n === POISON)) throw new Error('cannot digest this');
    if (this.killed || !events.some(({ data }) => data.n === KILL)) return;
    this.killed = true;
    // Of the service and of the log in PostgreSQL alike: nobody remembers how far it came but by what was committed.
    await tx.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user');
  }

  @HandlesEvent(Renamed)
  async renamed(event: EventOf<typeof Renamed>, tx: EntityManager): Promise<void> {
    await apply(tx, [event]);
  }
}

const service = defineService({ name: 'things', api: defineApi({ service: 'things', title: 'Things', routes: {} }), config: BaseConfig, migrations: [Things1], publishes: [topic], access: () => ({ authenticate: async () => undefined, authorize: async () => ({ allow: false }) }) });
@Module({ imports: [kitModule(service)], providers: [Follower] })
class ThingsModule {}

const brokers = process.env['DATAOS_TEST_KAFKA'];
const kinds: [string, Record<string, string>][] = [['PostgreSQL', {}], ...(brokers === undefined ? [] : [['Kafka', { KAFKA_BROKERS: brokers }] as [string, Record<string, string>]])];

describe.each(kinds)('events handled together, on %s', (_log, config) => {
  let things: TestService<typeof service.api>;
  beforeAll(async () => {
    things = (await startTestService(service, ThingsModule, { users: {}, config })) as unknown as typeof things;
    await things.get<EventBus>(EVENT_BUS).declare([topic]);
  }, 60_000);
  afterAll(() => things.close());

  const event = (definition: EventDefinition, subject: string, n: number, dataversion = 1) => ({
    topic: topic.name, key: subject, envelope: { specversion: '1.0', id: randomUUID(), source: 'things', type: definition.type, subject, time: new Date().toISOString(), dataversion, data: { n } },
  });
  const send = (events: readonly ReturnType<typeof event>[]): Promise<void> => eventually(() => things.get<EventBus>(EVENT_BUS).publish(events), { timeoutMs: 30_000, everyMs: 500 });
  const query = (sql: string, parameters: unknown[]): Promise<Record<string, unknown>[]> => things.get(DataSource).query(sql, parameters) as Promise<Record<string, unknown>[]>;
  const applied = async (key: string): Promise<number[]> => (await query('SELECT n FROM applied WHERE key = $1 ORDER BY position', [key])).map(({ n }) => n as number);
  const parked = async (key: string): Promise<unknown[]> => (await query(`SELECT envelope->'data'->'n' AS n FROM dead_letter WHERE envelope->>'subject' = $1 ORDER BY id`, [key])).map(({ n }) => n);
  const until = (key: string, numbers: readonly number[]): Promise<void> => eventually(async () => expect(await applied(key)).toEqual(numbers), { timeoutMs: 60_000 });
  const upTo = (end: number): number[] => Array.from({ length: end }, (_, i) => i + 1);

  it('are each applied once, in order, in a few calls, however often they are told', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const events = upTo(150).flatMap((n) => [event(Changed, a, n), event(Ignored, a, 0), event(Changed, b, n), event(Changed, b, 0)]);
    const before = things.get(Follower).calls;
    await send(events);
    await until(a, upTo(150));
    await until(b, upTo(150));
    expect(things.get(Follower).calls - before).toBeLessThan(60);
    await send([...events, ...events, event(Changed, a, 151), event(Changed, b, 151)]);
    await until(a, upTo(151));
    await until(b, upTo(151));
  }, 90_000);

  it('keep their order with those that another method hears of', async () => {
    const key = randomUUID();
    await send(upTo(60).map((n) => event(n % 7 === 0 ? Renamed : Changed, key, n)));
    await until(key, upTo(60));
  }, 90_000);

  it('do not fail with one that fails: it alone is parked', async () => {
    const [sick, well] = [randomUUID(), randomUUID()];
    await send([...upTo(20).map((n) => event(Changed, well, n)), event(Changed, sick, 1), event(Changed, sick, POISON), event(Changed, sick, 2), event(Changed, well, 21)]);
    await until(well, upTo(21));
    await until(sick, [1, 2]);
    expect([await parked(sick), await parked(well)]).toEqual([[POISON], []]);
  }, 90_000);

  it('wait behind one of a newer version, if they are of its subject', async () => {
    const [newer, other] = [randomUUID(), randomUUID()];
    await send([event(Changed, newer, 1), event(Changed, newer, 2, 2), event(Changed, newer, 3), event(Changed, other, 1)]);
    await until(other, [1]);
    await send([event(Changed, newer, 4), event(Changed, other, 2)]);
    await until(other, [1, 2]);
    await eventually(async () => expect([await applied(newer), await parked(newer)]).toEqual([[1], [2, 3, 4]]), { timeoutMs: 30_000 });
  }, 90_000);

  it('are applied once where every session is killed in the middle of them', async () => {
    const [killer, other] = [randomUUID(), randomUUID()];
    things.get(Follower).killed = false;
    await send([...upTo(30).map((n) => event(Changed, other, n)), event(Changed, killer, KILL), ...upTo(30).map((n) => event(Changed, other, n + 30))]);
    await until(other, upTo(60));
    await until(killer, [KILL]);
    expect([things.get(Follower).killed, await parked(killer), await parked(other)]).toEqual([true, [], []]);
  }, 120_000);
});

if (brokers === undefined) {
  describe('events handled together, on Kafka (not run: DATAOS_TEST_KAFKA names no broker)', () => {
    it.skip('the same as on PostgreSQL', () => undefined);
  });
}
