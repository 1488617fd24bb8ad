import { UserChanged } from '@dataos/contracts-heimdall';
import { AssetDeleted } from '@dataos/contracts-metis';
import { QueryFinished } from '@dataos/contracts-minerva';
import { ResourceDeleted } from '@dataos/contracts-poros';
import { schemaDrift } from '@dataos/kit';
import { problemOf } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { iri, literal } from '../src/graph/term.js';
import { GraphWriter } from '../src/store/graph-writer.js';
import { asset, booked, bookings, changed, type Fact, type House, lineage, passengers, report, resource, run, startHouse } from './fixtures.js';
import { Retention } from '../src/store/retention.js';

const product: Fact = asset('data:v1beta:air-travel', [], { kind: 'product', name: 'air-travel', parent: undefined, inputs: [passengers], outputs: [booked] });
const user: Fact = { event: UserChanged, subject: 'amir', data: { id: 'amir', change: 'created', name: 'Amir Analyst', type: 'person', email: 'amir@air.test', tags: ['roles:id:user'] } };
const query: Fact = { event: QueryFinished, subject: 'q1', data: { id: 'q1', user: 'amir', tables: [{ address: passengers, columns: ['email'] }], policies: [], state: 'FINISHED', rows: 3, bytes: 9, elapsedMs: 5, masks: [], filters: [] } };
const story: Fact[] = [
  asset(passengers, ['id', 'email', 'home_state']), asset(bookings, ['id', 'passenger_id']), asset(booked, ['mail', 'state', 'booking'], { depot: 'flights' }), asset(report, ['n'], { depot: 'flights' }), product,
  lineage('booked-flights', [passengers, bookings], booked, [[`${passengers}#email`, `${booked}#mail`], [`${passengers}#home_state`, `${booked}#state`], [`${bookings}#id`, `${booked}#booking`]]),
  lineage('report', [booked], report), run('r1'),
  resource('workflow:v1:booked-flights:public', [passengers, bookings, booked]), resource('depot:v2alpha:crm', ['instance-secret:v1:crm-r']),
  resource('cluster:v1:air:public', ['dataos://crm', 'dataos://flights']), user, query,
];

/** Every statement that goes to a database; a connection that is open already would not be heard. */
const sent = jest.spyOn(pg.Client.prototype, 'query');
let house: House;
beforeAll(async () => {
  house = await startHouse();
  await house.tell(...story);
});
afterAll(() => house.close());

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('neighbourhood', () => {
  it('shows what is around an asset', async () => {
    const near = await house.client().neighbours({ params: { id: passengers }, query: {} });
    expect(near.nodes[0]).toMatchObject({ id: passengers, label: 'passengers', types: expect.arrayContaining(['Dataset', 'Table']) });
    expect(near.edges).toEqual(expect.arrayContaining([
      { from: passengers, to: 'dataos://crm:public', relation: 'dct:isPartOf' }, { from: passengers, to: `${passengers}#email`, relation: 'dos:hasColumn' },
      { from: booked, to: passengers, relation: 'prov:wasDerivedFrom' }, { from: 'data:v1beta:air-travel', to: passengers, relation: 'dos:hasInput' },
      { from: 'workflow:v1:booked-flights:public', to: passengers, relation: 'dos:usesData' }, { from: passengers, to: 'users:id:olivia', relation: 'dct:creator' },
    ]));
    expect(near.properties['dct:title']).toEqual(['passengers']);
  });

  it('keeps to the relation, direction, depth and limit asked', async () => {
    const ask = async (query: object) => house.client().neighbours({ params: { id: passengers }, query });
    expect(ids((await ask({ relation: 'prov:wasDerivedFrom' })).nodes)).toEqual([passengers, booked]);
    expect(ids((await ask({ relation: ['wasDerivedFrom'], depth: 2 })).nodes).sort()).toEqual([passengers, booked, bookings, report].sort());
    expect(ids((await ask({ relation: 'wasDerivedFrom', direction: 'out' })).nodes)).toEqual([passengers]);
    const small = await ask({ depth: 3, limit: 5 });
    expect([small.nodes.length, small.truncated]).toEqual([5, true]);
  });

  it('knows columns, resources, users, tags and IRIs', async () => {
    for (const id of [`${passengers}#email`, 'cluster:v1:air:public', 'users:id:olivia', 'tag:PII.Email', 'https://dataos.example/odin/id/data/crm/public/passengers']) {
      expect((await house.client().neighbours({ params: { id }, query: {} })).nodes.length).toBeGreaterThan(1);
    }
  });

  it('does not invent what it does not know', async () => {
    expect(await problemOf(house.client().neighbours({ params: { id: 'dataos://crm:public/nothing' }, query: {} }))).toMatchObject({ status: 404, code: 'entity-not-found' });
    expect(await problemOf(house.client().neighbours({ params: { id: 'what' }, query: {} }))).toMatchObject({ status: 400, code: 'entity-not-understood' });
    expect(await problemOf(house.odin.client().neighbours({ params: { id: passengers }, query: {} }))).toMatchObject({ status: 401 });
  });
});

describe('impact', () => {
  it('follows a column column by column, with the way there', async () => {
    const impact = await house.client().impact({ query: { of: `${passengers}#email` } });
    expect(ids(impact.columns)).toEqual([`${booked}#mail`]);
    expect(impact.columns[0]).toMatchObject({ distance: 1, certain: true, path: [`${passengers}#email`, `${booked}#mail`] });
    expect(impact.datasets.map(({ id, certain }) => [id, certain])).toEqual([[booked, true], [report, false]]);
    expect(ids(impact.products)).toEqual(['data:v1beta:air-travel']);
    expect(ids(impact.resources)).toEqual(['workflow:v1:booked-flights:public']);
    expect(impact.resources[0]?.owner).toBe('olivia');
    expect(impact.truncated).toBe(false);
  });

  it('leaves out tables that are known not to use the column', async () => {
    const impact = await house.client().impact({ query: { of: `${passengers}#id` } });
    expect([...impact.columns, ...impact.datasets]).toEqual([]);
    expect(ids(impact.products)).toEqual(['data:v1beta:air-travel']);
  });

  it('of a whole dataset is all that is derived from it', async () => {
    const impact = await house.client().impact({ query: { of: bookings } });
    expect(impact.datasets.map(({ id, distance }) => [id, distance])).toEqual([[booked, 1], [report, 2]]);
    expect(ids(impact.columns)).toEqual([`${booked}#booking`]);
    expect((await house.client().impact({ query: { of: bookings, depth: 1 } }))).toMatchObject({ truncated: true, datasets: [{ id: booked }] });
  });

  it('is about data only', async () => {
    expect(await problemOf(house.client().impact({ query: { of: 'users:id:olivia' } }))).toMatchObject({ code: 'entity-not-understood' });
  });
});

describe('path', () => {
  it('connects two things by the fewest steps', async () => {
    const path = await house.client().path({ query: { from: 'cluster:v1:air:public', to: report, relation: ['mounts', 'isPartOf', 'wasDerivedFrom', 'catalog', 'usesData'] } });
    expect(path).toMatchObject({ found: true, hops: 4 });
    expect(ids(path.nodes).slice(2)).toEqual(['workflow:v1:booked-flights:public', booked, report]);
    expect(await house.client().path({ query: { from: 'cluster:v1:air:public', to: report, relation: ['usesData'] } })).toEqual({ found: false, hops: 0, nodes: [], edges: [] });
    const close = await house.client().path({ query: { from: 'users:id:olivia', to: report, relation: ['creator', 'wasDerivedFrom'] } });
    expect(ids(close.nodes)).toEqual(['users:id:olivia', report]);
    const derived = await house.client().path({ query: { from: bookings, to: report, relation: 'prov:wasDerivedFrom' } });
    expect(ids(derived.nodes)).toEqual([bookings, booked, report]);
    expect(derived.hops).toBe(2);
  });
});

describe('what is about persons', () => {
  const select = async (token: string, text: string) => (await house.client(token).sparql({ query: { query: text } })).results?.bindings ?? [];

  it('is seen by operators', async () => {
    expect(await select('key-olivia', 'SELECT ?mail { ?u foaf:mbox ?mail }')).toHaveLength(1);
    expect(await select('key-olivia', 'SELECT ?q { ?q a dos:QueryExecution }')).toHaveLength(1);
    expect(ids((await house.client('key-olivia').neighbours({ params: { id: passengers }, query: {} })).nodes).join()).toContain('activity/query/q1');
  });

  it.each(['SELECT ?mail { ?u foaf:mbox ?mail }', 'SELECT ?q { ?q a dos:QueryExecution }', 'SELECT ?x { GRAPH <https://dataos.example/odin/g/usage> { ?x ?p ?o } }',
    'SELECT ?x FROM <https://dataos.example/odin/g/people> { ?x ?p ?o }', 'SELECT ?n { ?u foaf:name ?n }', 'SELECT ?t { ?u dos:hasTag ?t }'])('is not there for others: %s', async (text) => {
    expect(await select('key-amir', text)).toEqual([]);
    expect((await select('key-olivia', text)).length).toBeGreaterThan(0);
  });

  it('is not told by counts, existence, errors or paths either', async () => {
    expect((await select('key-amir', 'SELECT (COUNT(*) AS ?n) { ?u foaf:mbox ?m }'))[0]?.['n']?.value).toBe('0');
    expect((await house.client().sparql({ query: { query: 'ASK { ?u foaf:mbox "amir@air.test" }' } })).boolean).toBe(false);
    expect((await select('key-amir', 'SELECT ?g { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g')).map(({ g }) => g?.value).join()).not.toMatch(/people|usage/);
    expect(JSON.stringify(await house.client().neighbours({ params: { id: 'users:id:amir' }, query: { depth: 4, limit: 1_000 } }))).not.toMatch(/air\.test|Amir Analyst|activity\/query|roles:id/);
    expect((await house.client().path({ query: { from: 'users:id:amir', to: passengers } })).found).toBe(false);
    expect((await house.client('key-olivia').path({ query: { from: 'users:id:amir', to: passengers } })).found).toBe(true);
  });

  it('stays hidden when heimdall does not answer', async () => {
    const other = await startHouse();
    await other.tell(user);
    await other.heimdall.close();
    expect(await problemOf(other.client('key-olivia').sparql({ query: { query: 'SELECT ?m { ?u foaf:mbox ?m }' } }))).toMatchObject({ status: 503, code: 'dependency-unavailable' });
    await other.odin.close();
  });
});

describe('the graph follows', () => {
  it('and ends the same after every event is told again, in any order', async () => {
    const before = await house.graph();
    expect(before.length).toBeGreaterThan(100);
    const early = '2020-01-01T00:00:00.000Z';
    await house.tell(...story.toReversed().map((fact) => ({ ...fact, time: early })));
    await house.tell(...story);
    expect(await house.graph()).toEqual(before);
  });

  it('a change replaces what was said before, and an older one does not come back', async () => {
    const extra = asset('dataos://crm:public/extra', ['a', 'b']);
    await house.tell(extra);
    await house.tell(changed(extra, { columns: [{ id: 'x', name: 'b', type: 'int', nullable: true, tags: [], ordinal: 1 }], generation: 2 }));
    const lines = (await house.graph()).join('\n');
    expect(lines).toContain('public/extra#b');
    expect(lines).not.toContain('public/extra#a');
    await house.tell({ ...extra, time: '2020-01-01T00:00:00.000Z' });
    expect((await house.graph()).join('\n')).not.toContain('public/extra#a');
  });

  it('what was told last counts, also among events that come together and out of order', async () => {
    const told = ['2026-01-01T00:00:01.000Z', '2026-01-01T00:00:03.000Z', '2026-01-01T00:00:02.000Z'].map((time, index) => ({ ...asset('dataos://crm:public/late', [`c${index}`]), time }));
    await house.tell(...told);
    const lines = (await house.graph()).join('\n');
    expect(['c0', 'c1', 'c2'].filter((column) => lines.includes(`public/late#${column}`))).toEqual(['c1']);
  });

  it('a thousand queries in a few round trips', async () => {
    const before = sent.mock.calls.length;
    await house.tell(...Array.from({ length: 1_000 }, (_, n) => ({ ...query, subject: `many${n}`, data: { ...(query.data as object), id: `many${n}`, elapsedMs: n } })));
    const roundTrips = sent.mock.calls.length - before;
    expect((await house.graph()).filter((line) => /activity\/query\/many\d+ .*elapsedMs/.test(line))).toHaveLength(1_000);
    expect(roundTrips).toBeGreaterThan(30);
    expect(roundTrips).toBeLessThan(1_000);
  }, 60_000);

  it('a term that two tell of for the first time is one, and neither loses what it said', async () => {
    const [dataSource, writer] = [house.odin.get(DataSource), house.odin.get(GraphWriter)];
    const about = (source: string) => [{ source, id: uuidv7(), time: new Date().toISOString(), quads: [{ s: iri('urn:new:subject'), p: iri(`urn:new:${source}`), o: literal('shared'), g: 'urn:new:graph' }] }];
    let second: Promise<void> | undefined;
    await dataSource.transaction(async (tx) => {
      await writer.write(tx, about('one'));
      second = dataSource.transaction((other) => writer.write(other, about('two')));
      // Waits for the terms of the first, which it cannot see yet.
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await second;
    expect((await house.graph()).filter((line) => line.startsWith('urn:new:subject'))).toEqual(['one', 'two'].map((source) => `urn:new:subject urn:new:${source} shared urn:new:graph ${source}`));
  });

  it('what is deleted vanishes and stays away', async () => {
    const gone = asset('dataos://crm:public/gone', ['a']);
    const secret = resource('secret:v1:gone:public', []);
    await house.tell(gone, secret);
    await house.tell({ event: AssetDeleted, subject: gone.subject, data: { id: gone.subject, kind: 'table', name: 'gone', generation: 2 } }, { event: ResourceDeleted, subject: secret.subject, data: secret.data });
    await house.tell({ ...gone, time: '2020-01-01T00:00:00.000Z' });
    expect((await house.graph()).join('\n')).not.toMatch(/public\/gone/);
    expect(await problemOf(house.client().neighbours({ params: { id: gone.subject }, query: {} }))).toMatchObject({ status: 404 });
  });

  it('a deleted user leaves nothing of the person in the database', async () => {
    const eve = { id: 'eve', change: 'created', name: 'Eve Everson', type: 'person', email: 'eve@air.test', tags: [] };
    await house.tell({ event: UserChanged, subject: 'eve', data: eve });
    await house.tell({ event: UserChanged, subject: 'eve', data: { id: 'eve', change: 'deleted' } });
    await house.odin.get(Retention).sweep();
    expect(await house.odin.get(DataSource).query(`SELECT value FROM term WHERE value ~ 'Everson|eve@'`)).toEqual([]);
    expect((await house.client().neighbours({ params: { id: passengers }, query: {} })).nodes.length).toBeGreaterThan(3);
  });

  it('the sweep forgets old queries, and nothing else', async () => {
    await house.tell({ ...query, subject: 'q0', data: { ...(query.data as object), id: 'q0' }, time: '2020-01-01T00:00:00.000Z' });
    expect((await house.graph()).join('\n')).toContain('activity/query/q0');
    const before = (await house.graph()).filter((line) => !line.includes('query:q0'));
    await house.odin.get(Retention).sweep();
    expect(await house.graph()).toEqual(before);
  });

  it('has a schema that fits its entities', async () => expect(await schemaDrift(house.odin.get(DataSource))).toEqual([]));
});
