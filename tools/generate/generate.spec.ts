import { defineApi, defineEvent, defineProblem, defineRoute, defineTopic } from '@dataos/contracts-core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { eventFaults } from '../checks/events.ts';
import { asyncApiOf, type Fact, factsOf } from './asyncapi.ts';
import { listensTo } from './consumers.ts';
import { contractOf } from './contracts.ts';
import { outdated } from './freshness.ts';
import { eventsPage, problemsPage } from './pages.ts';

const ThingGone = defineProblem('thing-gone', { status: 410, title: 'The thing is gone', extra: z.object({ thing: z.string() }) });
const thingsTopic = defineTopic({ name: 'dataos.things.v1', summary: 'What becomes of things' });
const ThingMade = defineEvent({ type: 'thing.made', version: 1, topic: thingsTopic.name, summary: 'A thing was made', data: z.object({ id: z.string() }), example: { id: 't-1' } });
const thingsApi = defineApi({ service: 'things', title: 'Things', routes: { get: defineRoute({ method: 'GET', path: '/things/:id', summary: 'One', problems: [ThingGone] }) } });
const contract = contractOf('things', { thingsApi, thingsTopic, ThingMade, ThingGone, Thing: z.string(), MAX: 3 });

describe('a contract library', () => {
  it('is sorted into API, events and problems', () => {
    expect([contract.api.service, contract.events.map(({ name }) => name), contract.problems.map(({ name }) => name)]).toEqual(['things', ['ThingMade'], ['ThingGone']]);
  });
  it('must export one API', () => expect(() => contractOf('things', { ThingMade })).toThrow('exactly one API'));
});

describe('consumers', () => {
  const imports = "import { ThingMade as Made, type Thing } from '@dataos/contracts-things';\nimport { PolicyChanged } from '@dataos/contracts-heimdall';\n";
  it.each(['@HandlesEvent(Made)', '@HandlesEvents(Made, wanted)'])('are found by their handlers, whatever name they give the event: %s', (handler) => {
    expect(listensTo('odin', `${imports}class A { ${handler} async on() {} }`)).toEqual([{ service: 'odin', event: 'ThingMade', contract: 'things', purpose: 'handler' }]);
  });
  it('are found by what makes their cached decisions stale', () => {
    expect(listensTo('odin', `${imports}defineService({ accessInvalidatedBy: [PolicyChanged] })`)).toEqual([{ service: 'odin', event: 'PolicyChanged', contract: 'heimdall', purpose: 'cache' }]);
  });
});

const facts = factsOf([contract], [{ service: 'odin', event: 'ThingMade', contract: 'things', purpose: 'handler' }]);

describe('the AsyncAPI document', () => {
  const document = asyncApiOf(facts, '0.1.0') as { channels: Record<string, { messages: object; bindings: object }>; operations: Record<string, { action: string }>; components: { messages: Record<string, { examples: { payload: unknown }[] }> } };
  it('has a channel per topic and an operation per service', () => {
    expect(Object.keys(document.channels)).toEqual(['dataos.things.v1']);
    expect(document.channels['dataos.things.v1']?.bindings).toMatchObject({ kafka: { partitions: 6, topicConfiguration: { 'retention.ms': 1_209_600_000 } } });
    expect(Object.entries(document.operations).map(([name, { action }]) => [name.split('.')[0], action])).toEqual([['things', 'send'], ['odin', 'receive']]);
  });
  it('shows the whole envelope', () => {
    expect(document.components.messages['thing.made.v1']?.examples[0]?.payload).toMatchObject({ specversion: '1.0', source: 'things', type: 'thing.made', data: { id: 't-1' } });
  });
});

describe('the pages', () => {
  it('tell of each event who owns it and who hears it', () => expect(eventsPage(facts)).toContain('| [thing.made](#thingmade) | `dataos.things.v1` | things | odin |'));
  it('tell of each problem its address, its members and its routes', () => {
    const page = problemsPage([contract]);
    for (const part of ['## thing-gone', 'type `/problems/thing-gone`', '| `thing` | string | yes |', '- `GET /things/:id`', '## validation-failed']) expect(page).toContain(part);
  });
});

describe('the check of events', () => {
  const fact = (change: Partial<Fact['event']>): Fact => ({ name: 'ThingMade', owner: 'things', contract: 'things', topic: thingsTopic, consumers: [], event: { ...ThingMade, ...change } });
  it('has nothing against a whole one', () => expect(eventFaults(facts)).toEqual([]));
  it.each<[string, Fact]>([
    ['no example', fact({ example: undefined })],
    ['an example that does not fit', fact({ example: { id: 1 } })],
    ['a topic of somebody else', fact({ topic: 'dataos.others.v1' })],
    ['a type that is no fact', fact({ type: 'MakeThing' })],
    ['a topic that nobody declares', { ...fact({}), topic: undefined }],
    ['no summary', fact({ summary: undefined } as never)],
  ])('finds %s', (_what, bad) => expect(eventFaults([bad])).toHaveLength(1));
  it('finds one type declared twice', () => expect(eventFaults([fact({}), fact({})])[0]).toContain('2 times'));
});

describe('freshness', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'api-'));
    mkdirSync(path.join(folder, 'openapi'));
    for (const [name, text] of [['events.md', 'old'], ['openapi/a.json', '{}'], ['openapi/gone.json', '{}'], ['index.md', 'by hand']] as const) writeFileSync(path.join(folder, name), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('finds what is stale, missing or left over, and lets other files be', () => {
    expect(outdated(new Map([['events.md', 'new'], ['openapi/a.json', '{}'], ['problems.md', 'x']]), folder)).toEqual({ stale: ['events.md', 'problems.md'], surplus: ['openapi/gone.json'] });
  });
});
