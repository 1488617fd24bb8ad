import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Iris } from './iris.js';
import { project, type Projection } from './project.js';

const iris = new Iris('https://dataos.example/odin/');
const passengers = 'dataos://crm:public/passengers';
const booked = 'dataos://flights:derived/booked';

const asset = (more: object = {}) => ({ type: 'asset.created', data: {
  id: passengers, kind: 'table', name: 'passengers', owner: 'olivia', tags: ['Tier.Gold'], depot: 'crm', collection: 'public', parent: 'dataos://crm:public', generation: 1,
  columns: [{ id: `${passengers}#email`, name: 'email', type: 'varchar', nullable: true, tags: ['PII.Email'], ordinal: 1 }], ...more } }) as never;
const run = (type: string, more: object = {}) => ({ type, data: { run: 'r1', resource: 'workflow:v1:booked:public', job: 'join', runAs: 'olivia', generation: 1, startedAt: '2026-01-01T00:00:00Z', ...more } }) as never;
const user = (more: object = {}) => ({ type: 'user.changed', data: { id: 'amir', change: 'updated', name: 'Amir A.', type: 'person', email: 'amir@x.test', tags: ['roles:id:user'], ...more } }) as never;
const query = { type: 'query.finished', data: { id: 'q1', user: 'amir', tables: [{ address: passengers, columns: ['email'] }], policies: [], state: 'FINISHED', rows: 1, bytes: 1, elapsedMs: 1, masks: [], filters: [] } } as never;

/** Statements as `subject relation object @graph`, all shortened. */
const lines = (projections: Projection[]): string[] => projections.flatMap(({ quads }) => quads.map(({ s, p, o, g }) =>
  `${iris.idOf(s.value)} ${iris.compact(p.value)} ${o.termType === 'NamedNode' ? iris.compact(iris.idOf(o.value)) : JSON.stringify(o.value)} @${g.split('/').at(-1)}`));

describe('the projection', () => {
  it('tells an asset with its place, owner, columns and tags', () => {
    const told = lines(project(iris, asset()));
    expect(told).toEqual(expect.arrayContaining([
      `${passengers} rdf:type csvw:Table @catalog`, `${passengers} dct:isPartOf dataos://crm:public @catalog`, `${passengers} dct:creator users:id:olivia @catalog`,
      `${passengers} dos:hasColumn ${passengers}#email @catalog`, `${passengers}#email dcat:theme tag:PII.Email @catalog`, `${passengers}#email csvw:datatype "varchar" @catalog`,
      `${passengers} dcat:theme tag:Tier.Gold @catalog`, `dataos://crm:public dcat:dataset ${passengers} @catalog`,
    ]));
  });

  it('gives products that share data a common port', () => {
    const product = (name: string) => lines(project(iris, asset({ id: `data:v1beta:${name}`, kind: 'product', name, columns: [], parent: undefined, inputs: [passengers], outputs: [booked] })));
    const port = (told: string[]) => told.find((line) => line.includes('dprod:inputPort'))?.split(' ')[2];
    expect(port(product('a'))).toBe(port(product('b')));
    expect(product('a')).toContain(`data:v1beta:a dos:hasOutput ${booked} @products`);
  });

  it('tells which column came from which, per edge and job', () => {
    const other = 'dataos://crm:public/bookings';
    const told = project(iris, { type: 'lineage.recorded', data: { job: 'j', edges: [{ from: passengers, to: booked }, { from: other, to: booked }], columns: [{ from: `${passengers}#email`, to: `${booked}#mail` }], at: '2026-01-01T00:00:00Z' } } as never);
    expect(lines(told)).toEqual([`${booked} prov:wasDerivedFrom ${passengers} @lineage`, `${booked}#mail prov:wasDerivedFrom ${passengers}#email @lineage`, `${booked} prov:wasDerivedFrom ${other} @lineage`]);
    expect(new Set(told.map(({ source }) => source)).size).toBe(3);
  });

  it('tells the declared beside the observed', () => {
    const told = lines(project(iris, { type: 'resource.changed', data: {
      id: 'cluster:v1:air:public', uid: 'u', type: 'cluster', version: 'v1', name: 'air', workspace: 'public', owner: 'olivia', layer: 'user', tags: ['t'], generation: 2, bundle: 'bundle:v1beta:air',
      references: ['dataos://crm', 'instance-secret:v1:crm-r', '???'], change: 'status', status: { aggregateStatus: 'active', runtime: 'running', info: '' } } } as never));
    expect(told).toEqual(expect.arrayContaining([
      'cluster:v1:air:public dos:mounts dataos://crm @desired', 'cluster:v1:air:public dos:dependsOn instance-secret:v1:crm-r @desired',
      'cluster:v1:air:public dct:isPartOf bundle:v1beta:air @desired', 'cluster:v1:air:public dos:state "active" @observed', 'cluster:v1:air:public dos:runtimeState "running" @observed',
    ]));
    expect(told.join('\n')).not.toContain('???');
  });

  it('replaces a started run by the finished one', () => {
    const [started] = project(iris, run('run.started'));
    const [finished] = project(iris, run('run.finished', { phase: 'failed', reason: 'no', finishedAt: '2026-01-01T00:00:09Z', inputs: [passengers], outputs: [booked], columns: [] }));
    expect(finished?.source).toBe(started?.source);
    expect(lines([started!])).toContainEqual(expect.stringContaining('dos:outcome "running" @observed'));
    expect(lines([finished!])).toContainEqual(expect.stringContaining(`prov:used ${passengers} @lineage`));
  });

  it('keeps what is about persons in the graphs that are guarded', () => {
    const told = lines([...project(iris, user()), ...project(iris, query)]);
    const open = told.filter((line) => !/@(people|usage)$/.test(line)).join('\n');
    expect(open).toContain('users:id:amir rdf:type foaf:Person');
    for (const personal of ['Amir A.', 'amir@x.test', 'roles:id:user', 'QueryExecution', passengers]) expect(open).not.toContain(personal);
  });

  it('says what a query wrote where it did, to whom may see usage', () => {
    const about = (more: object): string[] => lines(project(iris, { type: 'query.finished', data: { ...(query as { data: object }).data, tables: [], writes: [{ address: booked, columns: ['mail'] }, { address: 'dataos://lake:sales', columns: [] }], ...more } } as never)).filter((line) => line.includes('dos:wrote'));
    expect(about({})).toEqual([expect.stringMatching(new RegExp(`dos:wrote ${booked} @usage$`)), expect.stringMatching(/dos:wrote .*mail @usage$/), expect.stringMatching(/dos:wrote dataos:\/\/lake:sales @usage$/)]);
    expect(about({ state: 'FAILED', error: 'PERMISSION_DENIED' })).toEqual([]);
  });

  it.each([['asset.deleted', { id: passengers }], ['resource.deleted', { id: 'a:v1:b' }], ['depot.archived', { name: 'crm' }], ['user.changed', { id: 'amir', change: 'deleted' }]])(
    'lets the subject of %s vanish', (type, data) => expect(project(iris, { type, data } as never).map(({ quads }) => quads)).toEqual([[]]));

  it('is silent about events it does not know', () => expect(project(iris, { type: 'secret.changed', data: { name: 'x' } } as never)).toEqual([]));

  it('says the same whenever it is asked, and takes any text', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (text, tags) => {
      const event = asset({ name: text, description: text, owner: text, tags });
      expect(project(iris, event)).toEqual(project(iris, event));
      for (const { quads } of project(iris, event)) for (const { s, o } of quads) for (const t of [s, o]) if (t.termType === 'NamedNode') expect(t.value).toMatch(/^https?:[^\s<>"]*$/);
    }));
  });
});
