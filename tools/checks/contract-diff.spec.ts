import { describe, expect, it } from '@jest/globals';
import { asyncApiFaults, contractFaults, openApiFaults } from './contract-diff.ts';
import type { Json } from './schema-diff.ts';

type Body = { properties: Record<string, Json>; required: string[] } & Json;

/** One small API: a thing is read and put; it is what both sides agree on. */
function api(change: (parts: { request: Body; response: Body; query: Json; operation: Json; paths: Json }) => void = () => undefined): Json {
  const thing = (): Body => ({ type: 'object', properties: { name: { type: 'string', maxLength: 10 }, kind: { enum: ['a', 'b'] }, note: { type: 'string' } }, required: ['name', 'kind'] });
  const [request, response] = [thing(), thing()];
  const query = { name: 'q', in: 'query', required: false, schema: { type: 'string' } };
  const operation: Json = {
    security: [], parameters: [query], requestBody: { required: true, content: { 'application/json': { schema: request } } },
    responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
  };
  const paths: Json = { '/things': { put: operation } };
  change({ request, response, query, operation, paths });
  return { paths, components: { schemas: { Thing: response } } };
}

describe('an OpenAPI document against its released one', () => {
  it('has no fault when nothing changed', () => expect(openApiFaults(api(), api())).toEqual([]));

  it.each<[string, Parameters<typeof api>[0]]>([
    ['an optional member sent', ({ request }) => { request.properties['more'] = { type: 'string' }; }],
    ['an optional member read', ({ response }) => { response.properties['more'] = { type: 'string' }; }],
    ['a member with a default', ({ response }) => { response.properties['more'] = { type: 'string', default: '' }; response.required.push('more'); }],
    ['a route', ({ paths }) => { paths['/others'] = { get: { responses: { 200: {} } } }; }],
    ['an optional parameter', ({ operation }) => { (operation['parameters'] as Json[]).push({ name: 'size', in: 'query', schema: { type: 'integer' } }); }],
    ['a wider limit for what is sent', ({ request }) => { request.properties['name'] = { type: 'string', maxLength: 20 }; }],
    ['another accepted value', ({ request }) => { request.properties['kind'] = { enum: ['a', 'b', 'c'] }; }],
    ['another type accepted', ({ request }) => { request.properties['note'] = { anyOf: [{ type: 'string' }, { type: 'number' }] }; }],
    ['fewer values answered', ({ response }) => { response.properties['kind'] = { enum: ['a'] }; }],
    ['another media type', ({ operation }) => { (operation['requestBody'] as { content: Json }).content['application/yaml'] = {}; }],
  ])('may gain %s', (_what, change) => expect(openApiFaults(api(), api(change))).toEqual([]));

  it.each<[string, Parameters<typeof api>[0], RegExp]>([
    ['a route taken back', ({ paths }) => { delete paths['/things']; }, /is gone/],
    ['a parameter taken back', ({ operation }) => { operation['parameters'] = []; }, /parameter q: is gone/],
    ['a parameter now needed', ({ query }) => { query['required'] = true; }, /is needed/],
    ['a token now needed', ({ operation }) => { delete operation['security']; }, /needed no token/],
    ['a needed member more', ({ request }) => { request.properties['more'] = { type: 'string' }; request.required.push('more'); }, /more: is new and not optional/],
    ['a member now needed', ({ request }) => { request.required.push('note'); }, /note: was optional/],
    ['a member no longer read', ({ response }) => { delete response.properties['note']; }, /note: is gone/],
    ['a member that may now be missing', ({ response }) => { response.required = ['kind']; }, /name: was always there/],
    ['another type', ({ response }) => { response.properties['name'] = { type: 'number' }; }, /was string, is number/],
    ['a narrower limit', ({ request }) => { request.properties['name'] = { type: 'string', maxLength: 5 }; }, /maxLength became narrower/],
    ['a pattern', ({ request }) => { request.properties['note'] = { type: 'string', pattern: '^x' }; }, /pattern changed/],
    ['a value no longer accepted', ({ request }) => { request.properties['kind'] = { enum: ['a'] }; }, /"b" is gone/],
    ['a value new to readers', ({ response }) => { response.properties['kind'] = { enum: ['a', 'b', 'c'] }; }, /"c" is new to readers/],
    ['an answer that may now be null', ({ response }) => { response.properties['note'] = { anyOf: [{ type: 'string' }, { type: 'null' }] }; }, /new to readers/],
    ['members refused that were ignored', ({ request }) => { request['additionalProperties'] = false; }, /now refused/],
    ['another status', ({ operation }) => { operation['responses'] = { 202: {} }; }, /no longer answers 200/],
    ['a media type taken back', ({ operation }) => { operation['requestBody'] = { content: {} }; }, /application\/json is gone/],
  ])('must not have %s', (_what, change, fault) => {
    const faults = openApiFaults(api(), api(change));
    expect(faults).toEqual([expect.stringMatching(fault)]);
  });

  it('ends on schemas that hold themselves', () => {
    const tree = (): Json => ({ paths: { '/t': { get: { responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } } } } } }, components: { schemas: { Node: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } } } } } });
    expect(openApiFaults(tree(), tree())).toEqual([]);
  });

  it('must not vanish as a whole', () => expect(contractFaults({ 'openapi/metis': api() }, {})).toEqual([expect.stringContaining('gone')]));
});

describe('an AsyncAPI document against its released one', () => {
  const document = (data: Json, id = 'thing.made.v1', topic = 'dataos.things.v1'): Json => ({ channels: { [topic]: { messages: { [id]: {} } } }, components: { schemas: { [id]: data } } });
  const data: Json = { type: 'object', properties: { id: { type: 'string' }, kind: { enum: ['a', 'b'] } }, required: ['id'] };

  it('may gain an optional member', () => {
    expect(asyncApiFaults(document(data), document({ ...data, properties: { ...data['properties'] as Json, more: { type: 'string' } } }))).toEqual([]);
  });
  it.each<[string, Json]>([
    ['another topic', document(data, 'thing.made.v1', 'dataos.things.v2')],
    ['another version in place of the old', document(data, 'thing.made.v2')],
    ['a member less', document({ ...data, properties: { id: { type: 'string' } } })],
    ['a needed member more', document({ ...data, properties: { ...data['properties'] as Json, more: { type: 'string' } }, required: ['id', 'more'] })],
    ['a member now optional', document({ ...data, required: [] })],
    ['a member now needed', document({ ...data, required: ['id', 'kind'] })],
    ['a value more', document({ ...data, properties: { id: { type: 'string' }, kind: { enum: ['a', 'b', 'c'] } } })],
    ['a value less', document({ ...data, properties: { id: { type: 'string' }, kind: { enum: ['a'] } } })],
  ])('must not have %s', (_what, fresh) => expect(asyncApiFaults(document(data), fresh)).toHaveLength(1));
});
