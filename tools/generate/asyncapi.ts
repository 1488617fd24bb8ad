import { EventEnvelope, type EventDefinition, type TopicDefinition } from '@dataos/contracts-core';
import { z } from 'zod';
import type { Consumer } from './consumers.ts';
import type { Contract } from './contracts.ts';

type Json = Record<string, unknown>;

/** One event with who owns it and who hears it. */
export interface Fact { readonly name: string; readonly owner: string; readonly contract: string; readonly event: EventDefinition; readonly topic: TopicDefinition | undefined; readonly consumers: readonly Consumer[] }

export function factsOf(contracts: readonly Contract[], consumers: readonly Consumer[]): Fact[] {
  return contracts.flatMap(({ folder, api, events, topics }) => events.map(({ name, value }) => ({
    name, owner: api.service, contract: folder, event: value, topic: topics.find((topic) => topic.name === value.topic), consumers: consumers.filter(({ event, contract }) => event === name && contract === folder),
  })));
}

/** A JSON Schema of what travels: later versions may add members, so none is closed. */
function schemaOf(type: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    target: 'draft-7', io: 'output', unrepresentable: 'any',
    override: ({ jsonSchema }) => { if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties; },
  }) as Json;
  return schema;
}

export const messageId = ({ type, version }: EventDefinition): string => `${type}.v${version}`;

/** The whole envelope as it would be read from the topic. */
export function exampleOf({ owner, event }: Fact): Json {
  return {
    specversion: '1.0', id: '019a0000-0000-7000-8000-000000000001', source: owner, type: event.type, subject: 'the id of what it tells of', time: '2026-01-01T12:00:00.000Z',
    dataversion: event.version, datacontenttype: 'application/json', data: event.data.parse(event.example),
  };
}

function message(fact: Fact): Json {
  const { event, owner, name } = fact;
  return {
    name, title: event.type, ...(event.summary === undefined ? {} : { summary: event.summary }), contentType: 'application/json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/Envelope' },
        {
          type: 'object', required: ['data'],
          properties: { type: { const: event.type }, source: { const: owner }, dataversion: { const: event.version }, data: { $ref: `#/components/schemas/${messageId(event)}` } },
        },
      ],
    },
    ...(event.example === undefined ? {} : { examples: [{ name: event.type, payload: exampleOf(fact) }] }),
  };
}

const operationId = (...parts: readonly string[]): string => parts.join('.').replaceAll(/[^\w.]/g, '_');

/** Who sends to and who hears a topic, with the messages that concern them. */
function operations(facts: readonly Fact[]): Json {
  const entries: [string, Json][] = [];
  const add = (service: string, action: 'send' | 'receive', topic: string, events: readonly Fact[]): void => {
    entries.push([operationId(service, action, topic), {
      action, channel: { $ref: `#/channels/${topic}` }, tags: [{ name: service }],
      messages: events.map(({ event }) => ({ $ref: `#/channels/${topic}/messages/${messageId(event)}` })),
    }]);
  };
  for (const [topic, events] of Map.groupBy(facts, ({ event }) => event.topic)) {
    for (const [owner, own] of Map.groupBy(events, (fact) => fact.owner)) add(owner, 'send', topic, own);
    const listeners = [...new Set(events.flatMap(({ consumers }) => consumers.map(({ service }) => service)))].sort();
    for (const listener of listeners) add(listener, 'receive', topic, events.filter(({ consumers }) => consumers.some(({ service }) => service === listener)));
  }
  return Object.fromEntries(entries);
}

/** How an event log keeps the topic, in the words of AsyncAPI's binding for Kafka. */
function kept({ name, partitions, retentionDays, compact }: TopicDefinition): Json {
  return { kafka: { topic: name, partitions, topicConfiguration: { 'cleanup.policy': [compact ? 'compact' : 'delete'], ...(compact ? {} : { 'retention.ms': retentionDays * 86_400_000 }) }, bindingVersion: '0.5.0' } };
}

/** Every topic and event of the platform as one AsyncAPI 3 document. Pure. */
export function asyncApiOf(facts: readonly Fact[], version: string): Json {
  const topics = Map.groupBy(facts, ({ event }) => event.topic);
  const channels = [...topics].map(([topic, events]) => [topic, {
    address: topic, title: `Facts of ${events[0]?.owner}`, description: `${events[0]?.topic?.summary ?? ''}. Keyed by the subject: what concerns one subject stays in order. Delivered at least once.`,
    ...(events[0]?.topic === undefined ? {} : { bindings: kept(events[0].topic) }),
    messages: Object.fromEntries(events.map(({ event }) => [messageId(event), { $ref: `#/components/messages/${messageId(event)}` }])),
  }]);
  return {
    asyncapi: '3.0.0',
    info: { title: 'DataOS events', version, description: 'Facts that services publish, as CloudEvents 1.0 in JSON.', license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels) as Json,
    operations: operations(facts),
    components: {
      messages: Object.fromEntries(facts.map((fact) => [messageId(fact.event), message(fact)])),
      schemas: { Envelope: schemaOf(EventEnvelope), ...Object.fromEntries(facts.map(({ event }) => [messageId(event), schemaOf(event.data)])) },
    },
  };
}
