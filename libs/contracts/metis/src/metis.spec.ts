import { describe, expect, it } from '@jest/globals';
import {
  AssetChanged, AssetQuery, AssetTagsEdit, ColumnLink, metisApi, OpenLineageRunEvent, ProductSpec, ScanRequest,
} from './index.js';

describe('scan request', () => {
  it.each([
    [{ depot: 'crm' }, 'crm'], [{ depot: 'dataos://crm' }, 'crm'],
    [{ depot: 'crm', schemaFilter: { includes: ['^public$'] }, tableFilter: { excludes: ['^tmp_.*'] } }, 'crm'],
  ])('reads %j', (body, depot) => expect(ScanRequest.parse(body)).toMatchObject({ depot, markVanished: true }));

  it.each([
    {}, { depot: '' }, { depot: 'dataos://crm:public' }, { depot: '../etc' }, { depot: 'crm', unknown: 1 },
    { depot: 'crm', tableFilter: { includes: ['a'.repeat(201)] } }, { depot: 'crm', tableFilter: { includes: Array(51).fill('a') } },
    { depot: 'crm', tableFilter: { include: ['a'] } },
  ])('refuses %j', (body) => expect(ScanRequest.safeParse(body).success).toBe(false));
});

describe('tags and links', () => {
  it('reads tags with a category', () => {
    expect(AssetTagsEdit.parse({ columns: { email: ['PII.Email', 'DPUsecase.Vendor Insights'] } }).columns).toBeDefined();
  });
  it.each(['Email', '', '.Email', 'PII.', 'PII.<b>', "PII.Em'ail"])('refuses the tag %j', (tag) => {
    expect(AssetTagsEdit.safeParse({ tags: [tag] }).success).toBe(false);
  });
  it.each([['dataos://crm:public/passengers#email', true], ['dataos://crm:public/passengers', false], ['crm.public#email', false]])(
    'knows whether %s is a column', (link, ok) => expect(ColumnLink.safeParse(link).success).toBe(ok));
});

describe('asset query', () => {
  it('has defaults', () => expect(AssetQuery.parse({})).toEqual({ page: 1, size: 50, vanished: false }));
  it.each([{ kind: 'secret' }, { tag: '\u0000' }, { depot: 'a\u0000b' }, { q: 'a'.repeat(501) }, { size: '501' }, { page: '0' }])('refuses %j', (query) => {
    expect(AssetQuery.safeParse(query).success).toBe(false);
  });
});

describe('OpenLineage run event', () => {
  const event = { eventType: 'COMPLETE', eventTime: '2026-01-01T00:00:00Z', run: { runId: 'r' }, producer: 'p', job: { namespace: 'n', name: 'j' } };
  it('reads the standard and the older form', () => {
    const { job, ...rest } = event;
    expect(OpenLineageRunEvent.safeParse(event).success).toBe(true);
    expect(OpenLineageRunEvent.safeParse({ ...rest, action: job, eventTime: '2026-01-01T00:00:00', inputs: null, run: { runId: 'r', facets: null } }).success).toBe(true);
  });
  it('refuses an event without job or run', () => {
    expect(OpenLineageRunEvent.safeParse({ ...event, job: undefined }).success).toBe(false);
    expect(OpenLineageRunEvent.safeParse({ ...event, run: {} }).success).toBe(false);
  });
});

describe('contract as a whole', () => {
  it('serves only its prefixes and no path twice', () => {
    const routes = Object.values(metisApi.routes).map((route) => `${route.method} ${route.path}`);
    expect(new Set(routes).size).toBe(routes.length);
    expect(routes.every((route) => / \/(metis\/api\/v1|hera\/api\/v1|events\/metis)\//.test(route))).toBe(true);
  });
  it('writes events to its own topic', () => expect(AssetChanged.topic).toBe('dataos.metis.v1'));
  it('fills in a product', () => expect(ProductSpec.parse({})).toMatchObject({ tags: [], inputs: [], outputs: [] }));
  it('refuses a port that is no dataset', () => expect(ProductSpec.safeParse({ outputs: [{ dataset: 'dataos://crm' }] }).success).toBe(false));
});
