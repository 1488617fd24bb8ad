import { LineageRecorded } from '@dataos/contracts-metis';
import { QueryTraced } from '@dataos/contracts-minerva';
import { RunFinished } from '@dataos/contracts-poros';
import { EVENT_BUS, type EventBus } from '@dataos/kit';
import { eventually, problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { eventsOf, type House, scanCrm, startHouse } from './fixtures.js';

const passengers = 'dataos://crm:public/passengers';
const bookings = 'dataos://crm:public/bookings';
const booked = 'dataos://flights:derived/booked_flights';
const report = 'dataos://flights:derived/report';
let house: House;
beforeAll(async () => {
  house = await startHouse();
  await scanCrm(house.client());
});
afterAll(() => house.close());

const dataset = (address: string, facets?: object) => {
  const [namespace, name] = address.split(/\/(?=[^/]*$)/) as [string, string];
  return { namespace, name, ...(facets === undefined ? {} : { facets }) };
};
const columns = (fields: Record<string, [string, string][]>) => ({ columnLineage: { fields: Object.fromEntries(Object.entries(fields).map(([field, inputs]) =>
  [field, { inputFields: inputs.map(([address, column]) => ({ ...dataset(address), field: column })) }])) } });
const run = (more: object) => ({ eventType: 'COMPLETE', eventTime: '2026-01-01T00:00:00Z', producer: 'test', run: { runId: 'run-1' }, job: { namespace: 'air', name: 'booked-flights' }, ...more });

describe('lineage', () => {
  it('comes in as OpenLineage, once', async () => {
    const body = run({ inputs: [dataset(passengers), dataset(bookings)], outputs: [dataset(booked, columns({ mail: [[passengers, 'email']] }))] });
    expect(await house.client().recordLineage({ body })).toEqual({ accepted: true, edges: 2 });
    expect(await house.client().recordLineage({ body })).toEqual({ accepted: true, edges: 0 });
    const events = (await eventsOf(house)).filter(({ type }) => type === LineageRecorded.type);
    expect(events).toHaveLength(1);
    expect(events[0]?.data).toMatchObject({ run: 'run-1', job: 'air/booked-flights', columns: [{ from: `${passengers}#email`, to: `${booked}#mail` }] });
  });

  it('is walked up and down, to the depth asked', async () => {
    await house.client().recordLineage({ body: run({ run: { runId: 'run-2' }, job: { namespace: 'air', name: 'report' }, inputs: [dataset(booked)], outputs: [dataset(report)] }) });
    const down = await house.client().getLineage({ params: { id: passengers }, query: { direction: 'downstream' } });
    expect(down.nodes.map(({ id, distance, known }) => [id, distance, known])).toEqual([[passengers, 0, true], [booked, 1, false], [report, 2, false]]);
    expect(down.truncated).toBe(false);
    const near = await house.client().getLineage({ params: { id: passengers }, query: { direction: 'downstream', depth: 1 } });
    expect([near.nodes.length, near.truncated]).toEqual([2, true]);
    const both = await house.client().getLineage({ params: { id: booked }, query: {} });
    expect(both.nodes.map(({ id, distance }) => [id, distance])).toEqual([[bookings, -1], [passengers, -1], [booked, 0], [report, 1]]);
    expect(both.edges).toHaveLength(3);
  });

  it('follows one column', async () => {
    const graph = await house.client().getLineage({ params: { id: passengers }, query: { direction: 'downstream', column: 'email' } });
    expect(graph.nodes.map(({ id }) => id)).toEqual([passengers, booked]);
    expect(graph.edges).toMatchObject([{ from: passengers, to: booked, job: 'air/booked-flights', run: 'run-1', columns: [{ from: `${passengers}#email`, to: `${booked}#mail` }] }]);
    expect((await house.client().getLineage({ params: { id: passengers }, query: { column: 'id' } })).nodes).toHaveLength(1);
  });

  it('hears of a run once although told twice, and has its output scanned', async () => {
    const bus = house.metis.get<EventBus>(EVENT_BUS);
    const told = (phase: string, id: string) => ({
      specversion: '1.0', id, source: 'poros', type: RunFinished.type, subject: 'workflow:v1:load:public', time: '2026-02-02T00:00:00Z',
      data: {
        run: 'run-poros', resource: 'workflow:v1:load:public', workflow: 'load', job: 'load', jobId: 'load-1', attempt: 1, stack: 'flare:6.0', runAs: 'olivia', generation: 1, startedAt: '2026-02-02T00:00:00Z', finishedAt: '2026-02-02T00:00:01Z',
        phase, inputs: ['dataos://feed:raw/people'], outputs: [bookings], columns: [{ output: `${bookings}#id`, inputs: ['dataos://feed:raw/people#id'] }],
      },
    });
    const before = (await house.client().listScans({ query: { depot: 'crm' } })).total;
    const id = randomUUID();
    for (const envelope of [told('succeeded', id), told('succeeded', id), told('failed', randomUUID())]) await bus.publish([{ topic: RunFinished.topic, key: 'k', envelope }]);
    await eventually(async () => expect((await house.client().listScans({ query: { depot: 'crm' } })).total).toBe(before + 1));
    const up = await house.client().getLineage({ params: { id: bookings }, query: { direction: 'upstream', column: 'id' } });
    expect(up.edges).toMatchObject([{ from: 'dataos://feed:raw/people', to: bookings, run: 'run-poros', job: 'workflow:v1:load:public:load' }]);
  });

  it('ends in cycles', async () => {
    await house.client().recordLineage({ body: run({ run: { runId: 'run-3' }, job: { namespace: 'air', name: 'back' }, inputs: [dataset(report)], outputs: [dataset(passengers)] }) });
    expect((await house.client().getLineage({ params: { id: passengers }, query: { depth: 20 } })).nodes).toHaveLength(5);
  });

  it('takes the tags of columns along, before any scan has seen the copy and after, once for each link', async () => {
    const copy = 'dataos://flights:derived/contacts';
    const told = (id: string) => house.client().recordLineage({ body: run({ run: { runId: id }, eventTime: `2026-01-0${id}T00:00:00Z`, job: { namespace: 'air', name: 'contacts' }, inputs: [dataset(passengers)], outputs: [dataset(copy, columns({ contact: [[passengers, 'email']], n: [[passengers, 'id']] }))] }) });
    const tags = async () => (await house.client().describeTables({ body: { addresses: [copy] } })).tables[0]?.columnTags;
    await told('1');
    expect(await tags()).toEqual({ contact: ['PII.Email'] });
    expect(await problemOf(house.client().getAsset({ params: { id: copy } }))).toMatchObject({ code: 'asset-not-found' });
    expect((await house.client().getLineage({ params: { id: passengers }, query: { direction: 'downstream', depth: 1 } })).nodes.find(({ id }) => id === copy)).toMatchObject({ known: false });
    expect((await house.client().searchAssets({ query: { vanished: 'true', q: 'contacts' } })).total).toBe(0);
    // A steward has looked at it; the same link told again is no news.
    await house.metis.get(DataSource).query("UPDATE asset SET generation = 1, vanished_at = NULL, columns = $2 WHERE id = $1", [copy, JSON.stringify([{ name: 'contact', type: 'varchar', nullable: true }])]);
    await house.client().putAssetTags({ params: { id: copy }, body: { columns: { contact: [] } } });
    await told('2');
    expect(await tags()).toEqual({ contact: [] });
  });

  describe('before a copy is in its place', () => {
    const copy = 'dataos://lake:dora/people';
    const passed = (token: string, output = copy) => house.client(token).passTags({ body: { columns: [{ output: `${output}#mail`, inputs: [`${passengers}#email`] }, { output: `${output}#n`, inputs: [] }] } });
    const tags = async (address: string) => (await house.client().describeTables({ body: { addresses: [address] } })).tables[0]?.columnTags;

    it('puts the tags of its columns down, those that only heimdall keeps as well', async () => {
      house.world.readers.set('key-dora', { filtered: false, kept: { email: ['Region.EU'] } });
      expect(await passed('key-dora')).toEqual({ outputs: [copy] });
      expect(await tags(copy)).toEqual({ mail: ['PII.Email', 'Region.EU'] });
      // It told of no lineage: the job has not succeeded yet.
      expect((await house.client().getLineage({ params: { id: passengers }, query: { direction: 'downstream', depth: 1 } })).nodes.map(({ id }) => id)).not.toContain(copy);
      expect(await passed('key-dora')).toEqual({ outputs: [copy] });
      expect(await tags(copy)).toEqual({ mail: ['PII.Email', 'Region.EU'] });
    });

    it('tags nothing for who may not write the copy or not read what it is made from', async () => {
      expect(await problemOf(passed('key-dora', 'dataos://lake:olivia/people'))).toMatchObject({ code: 'policy-denied' });
      expect(await tags('dataos://lake:olivia/people')).toEqual({});
      house.world.readers.delete('key-dora');
      expect(await problemOf(passed('key-dora', 'dataos://lake:dora/others'))).toMatchObject({ code: 'policy-denied' });
      expect(await tags('dataos://lake:dora/others')).toEqual({});
      expect(await problemOf(house.client('key-dora').passTags({ body: { columns: [{ output: 'dataos://lake:dora#mail', inputs: [] }] } }))).toMatchObject({ status: 400 });
    });
  });

  it('does not listen to an older run of the same job', async () => {
    const old = run({ eventTime: '2025-01-01T00:00:00Z', run: { runId: 'run-0' }, inputs: [dataset(passengers)], outputs: [dataset(booked)] });
    expect(await house.client().recordLineage({ body: old })).toEqual({ accepted: true, edges: 0 });
  });

  it('takes nothing from runs that did not complete, and refuses what is no address', async () => {
    expect(await house.client().recordLineage({ body: run({ eventType: 'FAIL', inputs: [dataset(passengers)], outputs: [dataset('dataos://x:y/z')] }) })).toEqual({ accepted: false, edges: 0 });
    expect(await problemOf(house.client().recordLineage({ body: run({ inputs: [{ namespace: 'postgres://db', name: 'public.t' }], outputs: [dataset(booked)] }) }))).toMatchObject({ code: 'lineage-dataset-refused', status: 400 });
    expect(await problemOf(house.client().getLineage({ params: { id: 'dataos://x:y/z' }, query: {} }))).toMatchObject({ code: 'asset-not-found' });
  });

  describe('of queries', () => {
    const mails = 'dataos://lake:sales/mails';
    const renamed = 'dataos://lake:sales/letters';
    const traced = (second: number, change: string, output: string, columns: [string, string, string, boolean][], id = randomUUID()) => ({
      specversion: '1.0', id, source: 'minerva-gateway', type: QueryTraced.type, subject: 'dataos://lake', time: `2026-03-03T00:00:0${second}.000Z`, dataversion: 1,
      data: {
        id: `query-${second}`, user: 'olivia', statement: change, inputs: [...new Set(columns.map(([table]) => table))].map((address) => ({ address, columns: [] })), output: { address: output, kind: 'table', change, columns: [] },
        columns: columns.map(([table, column, to, masked]) => ({ column: to, from: [{ table, column, uses: ['IDENTITY'], masked }] })), rows: [],
      },
    });
    const publish = async (...envelopes: object[]): Promise<void> => {
      for (const envelope of envelopes) await house.metis.get<EventBus>(EVENT_BUS).publish([{ topic: QueryTraced.topic, key: 'dataos://lake', envelope } as never]);
    };
    const into = async (address: string): Promise<object[]> => (await house.client().getLineage({ params: { id: address }, query: { direction: 'upstream', depth: 1 } })).edges;

    it('is known once, with what was masked; rows that are added forget nothing', async () => {
      const id = randomUUID();
      await publish(traced(1, 'create', mails, [[passengers, 'email', 'mail', true]], id), traced(1, 'create', mails, [[passengers, 'email', 'mail', true]], id), traced(2, 'append', mails, [[passengers, 'name', 'mail', false]]), traced(3, 'append', mails, [[passengers, 'nick', 'mail', false]]), traced(4, 'change', mails, [[mails, 'mail', 'mail', false]]));
      await eventually(async () => expect(await into(mails)).toMatchObject([
        { from: passengers, to: mails, job: `minerva-gateway/append ${mails}`, run: 'query-3', columns: [{ from: `${passengers}#name`, to: `${mails}#mail` }, { from: `${passengers}#nick`, to: `${mails}#mail` }] },
        { from: passengers, to: mails, job: `minerva-gateway/create ${mails}`, run: 'query-1', columns: [{ from: `${passengers}#email`, to: `${mails}#mail`, masked: true }] },
      ]));
    });

    it('goes with a table that gets another name, and ends with one that is made anew', async () => {
      await publish(traced(5, 'rename', renamed, [[mails, 'mail', 'mail', false]]), traced(6, 'create', mails, [[bookings, 'id', 'mail', false]]));
      await eventually(async () => expect(await into(mails)).toMatchObject([{ from: bookings, run: 'query-6' }]));
      expect(await into(renamed)).toMatchObject([{ from: passengers, columns: [{ to: `${renamed}#mail` }, { to: `${renamed}#mail` }] }, { from: passengers, columns: [{ from: `${passengers}#email`, to: `${renamed}#mail`, masked: true }] }]);
      await publish(traced(7, 'create', renamed, [[bookings, 'id', 'mail', false]]));
      await eventually(async () => expect(await into(renamed)).toMatchObject([{ from: bookings, run: 'query-7' }]));
      expect(await into(mails)).toHaveLength(1);
    });
  });

  it('may not be written by everybody', async () => {
    expect(await problemOf(house.client('key-otto').recordLineage({ body: run({}) }))).toMatchObject({ status: 403 });
  });
});
