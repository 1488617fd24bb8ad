import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseArguments, UsageError } from './arguments.ts';
import { backOff, judge, stableAfter } from './back-off.ts';
import { kafkaSettings } from './environment.ts';
import { planPorts, wantedPorts } from './ports.ts';
import type { Secrets } from './secrets.ts';
import { databaseNames, presentServices, services, startGroups } from './services.ts';

describe('arguments', () => {
  const none = { empty: false, reset: false, yes: false, help: false, portBase: undefined };
  it.each([
    [[], none],
    [['--empty'], { ...none, empty: true }],
    [['--reset', '--yes'], { ...none, reset: true, yes: true }],
    [['--port-base', '9080'], { ...none, portBase: 9080 }],
    [['--port-base=9080', '--empty'], { ...none, portBase: 9080, empty: true }],
  ])('%j', (args, expected) => expect(parseArguments(args)).toEqual(expected));
  it.each([[['--emtpy']], [['air']], [['--port-base']], [['--port-base', 'x']], [['--port-base', '80']], [['--port-base', '65530']], [['--yes']]])('%j is refused', (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
  });
});

describe('ports', () => {
  it('are the documented ones by default', () => {
    expect(planPorts()).toMatchObject({ postgres: 8090, trino: 7432, services: { 'api-gateway': 8080, heimdall: 8081, operations: 8087 } });
  });
  it('all move with the base', () => {
    const wanted = wantedPorts(planPorts(20_000)).map(({ port }) => port);
    expect(Math.min(...wanted)).toBe(20_000);
    expect(Math.max(...wanted)).toBe(20_011);
  });
  it('never clash', () => fc.assert(fc.property(fc.integer({ min: 1024, max: 65_524 }), (base) => {
    const wanted = wantedPorts(planPorts(base)).map(({ port }) => port);
    return new Set(wanted).size === wanted.length;
  })));
});

describe('Kafka', () => {
  const secrets = (events: string) => ({ secrets: { databases: { events } } as unknown as Secrets });
  it('is not spoken of unless brokers are named', () => expect(kafkaSettings(secrets('a'), { KAFKA_TLS: 'true', KAFKA_BROKERS: '' })).toEqual({}));
  it('gets every setting of its own, and topics that no other installation has', () => {
    const [one, two] = ['a', 'b'].map((events) => kafkaSettings(secrets(events), { KAFKA_BROKERS: 'k:1', KAFKA_TLS: 'true', HOME: '/' }));
    expect(one).toEqual({ KAFKA_BROKERS: 'k:1', KAFKA_TLS: 'true', KAFKA_PREFIX: expect.stringMatching(/^dataos-[0-9a-f]{8}\.$/) });
    expect(two?.KAFKA_PREFIX).not.toBe(one?.KAFKA_PREFIX);
    expect(kafkaSettings(secrets('a'), { KAFKA_BROKERS: 'k:1', KAFKA_PREFIX: 'blue.' }).KAFKA_PREFIX).toBe('blue.');
  });
});

describe('start order', () => {
  const names = startGroups(services).map((group) => group.map(({ name }) => name));
  it('begins with heimdall and ends with the gateway', () => {
    expect(names[0]).toEqual(['heimdall']);
    expect(names.at(-1)).toEqual(['api-gateway']);
  });
  it('starts everything once', () => expect(names.flat().sort()).toEqual(services.map(({ name }) => name).sort()));
  it('leaves out what this checkout does not have, and needs of it', () => {
    const some = presentServices(services, (name) => ['heimdall', 'api-gateway', 'metis'].includes(name));
    expect(startGroups(some).map((group) => group.map(({ name }) => name))).toEqual([['heimdall'], ['metis'], ['api-gateway']]);
  });
  it('refuses a circle', () => expect(() => startGroups([{ name: 'a', needs: ['b'] }, { name: 'b', needs: ['a'] }])).toThrow('a, b'));
  it('gives each service its own database', () => expect(new Set(databaseNames).size).toBe(databaseNames.length));
});

describe('back-off', () => {
  it.each([[1, 500], [2, 1000], [3, 2000], [7, 30_000], [50, 30_000]])('crash %i waits %i ms', (crashes, wait) => expect(backOff(crashes)).toBe(wait));
  const crash = { code: 1, ranFor: 2000, crashes: 0, wasReady: true };
  it('starts a crashed service again, later each time', () => {
    expect(judge(crash)).toEqual({ action: 'restart', after: 500, crashes: 1 });
    expect(judge({ ...crash, crashes: 3 })).toEqual({ action: 'restart', after: 4000, crashes: 4 });
  });
  it('forgets old crashes after a stable time', () => expect(judge({ ...crash, crashes: 9, ranFor: stableAfter })).toEqual({ action: 'restart', after: 500, crashes: 1 }));
  it('never gives up a service that once was ready', () => expect(judge({ ...crash, code: 78, crashes: 99 }).action).toBe('restart'));
  it('gives up at once on a wrong configuration', () => expect(judge({ ...crash, wasReady: false, code: 78 }).action).toBe('give-up'));
  it('gives up a start after three crashes', () => {
    expect(judge({ ...crash, wasReady: false, crashes: 1 }).action).toBe('restart');
    expect(judge({ ...crash, wasReady: false, crashes: 2 }).action).toBe('give-up');
  });
});
