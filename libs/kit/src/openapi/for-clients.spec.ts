import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { forClients } from './for-clients.js';

const print = (schema: z.ZodType, io: 'input' | 'output' = 'output'): object => {
  const { $schema: _, ...printed } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => forClients({ jsonSchema, io }) });
  return printed;
};

describe('a schema as clients are told it', () => {
  it.each<[string, z.ZodType, object]>([
    ['a nullable text is one type', z.string().max(9).nullable(), { type: ['string', 'null'], maxLength: 9 }],
    ['a nullable choice may be null too', z.enum(['a', 'b']).nullable(), { type: ['string', 'null'], enum: ['a', 'b', null] }],
    ['a union that may be null keeps its alternatives', z.union([z.string().max(2), z.number().max(3)]).nullable(), { anyOf: [{ type: ['string', 'null'], maxLength: 2 }, { type: 'number', maximum: 3 }] }],
    ['a union within a union is one', z.union([z.string().max(1), z.union([z.number().max(2), z.boolean().meta({ title: 'b' })])]), { anyOf: [{ type: 'string', maxLength: 1 }, { type: 'number', maximum: 2 }, { type: 'boolean', title: 'b' }] }],
    ['a union with a map in it is any value', z.union([z.string().max(1), z.record(z.string(), z.number())]).meta({ description: 'A text or numbers' }), { description: 'A text or numbers' }],
    ['nor is one with a list of maps more', z.union([z.string().max(1), z.array(z.record(z.string(), z.number()))]), { description: 'One of: string, array.' }],
    ['nor is one that may be null', z.union([z.record(z.string(), z.string()), z.array(z.string())]).nullable(), { description: 'One of: object, array.' }],
    ['a union with an object in it is a union', z.union([z.string().max(1), z.looseObject({ a: z.string() })]), { anyOf: [{ type: 'string', maxLength: 1 }, { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: {} }] }],
    ['two spellings are one member', z.object({ user_id: z.string().describe('Who.').optional(), userId: z.string().optional(), other: z.string() }),
      { type: 'object', properties: { user_id: { type: 'string', description: 'Who. Accepted as `userId` too.', 'x-also': ['userId'] }, other: { type: 'string' } }, required: ['other'] }],
    ['but stay two where the other is always there', z.object({ a_b: z.string(), aB: z.string() }), { type: 'object', properties: { a_b: { type: 'string' }, aB: { type: 'string' } }, required: ['a_b', 'aB'] }],
    ['a map alone keeps what it maps to', z.record(z.string(), z.number().max(1)), { type: 'object', propertyNames: { type: 'string' }, additionalProperties: { type: 'number', maximum: 1 } }],
    ['a nullable map keeps what it maps to', z.record(z.string(), z.number().max(1)).nullable(), { type: ['object', 'null'], propertyNames: { type: 'string' }, additionalProperties: { type: 'number', maximum: 1 } }],
    ['a moment is not also matched as text', z.iso.datetime(), { type: 'string', format: 'date-time' }],
    ['nor is an id', z.uuid(), { type: 'string', format: 'uuid' }],
    ['a text without a format keeps its pattern', z.string().regex(/^a$/), { type: 'string', pattern: '^a$' }],
    ['a whole number has 64 bits', z.int(), { type: 'integer', format: 'int64' }],
    ['a bounded one keeps its bounds', z.int().min(1).max(5), { type: 'integer', minimum: 1, maximum: 5 }],
    ['a member that is always null is a text that may be', z.object({ data: z.null() }), { type: 'object', properties: { data: { type: ['string', 'null'], 'x-always': 'null' } }, required: ['data'] }],
  ])('%s', (_what, schema, expected) => expect(print(schema)).toEqual(expected));

  it('leaves answers open and bodies as strict as they are', () => {
    expect(print(z.strictObject({ a: z.string() }), 'output')).not.toHaveProperty('additionalProperties');
    expect(print(z.strictObject({ a: z.string() }), 'input')).toHaveProperty('additionalProperties', false);
  });
});
