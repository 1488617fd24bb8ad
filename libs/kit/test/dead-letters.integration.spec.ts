import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient, deadLetterRoutes, defineApi } from '@dataos/contracts-core';
import { eventually, problemOf, startTestService, type TestService } from '@dataos/testkit';
import { EVENT_BUS, type EventBus } from '@dataos/kit';
import { randomUUID } from 'node:crypto';
import { NotesModule, NotesService, type notesApi, notesService, NoteWritten } from './sample.service.js';

const letters = defineApi({ service: 'notes', title: 'Dead letters', routes: deadLetterRoutes('notes') });
const noted = (subject: string, text: string, dataversion = 1) => ({
  specversion: '1.0', id: randomUUID(), source: 'notes', type: 'note.written', subject, time: new Date().toISOString(), dataversion, data: { text },
});

/** The event log is the one DATAOS_TEST_KAFKA names, else PostgreSQL: what is parked and how it comes back is the same. */
const brokers = process.env['DATAOS_TEST_KAFKA'];
const kinds: [string, Record<string, string>][] = [['PostgreSQL', {}], ...(brokers === undefined ? [] : [['Kafka', { KAFKA_BROKERS: brokers }] as [string, Record<string, string>]])];

describe.each(kinds)('events that cannot be handled, on %s', (_log, config) => {
  let service: TestService<typeof notesApi>;
  let client: Client<typeof letters>;
  const users = { 'key-ada': { id: 'ada', type: 'person' as const, tags: [] }, 'key-eve': { id: 'eve', type: 'person' as const, tags: [] } };
  const start = async (more: Record<string, string> = {}): Promise<void> => {
    service = (await startTestService(notesService, NotesModule, {
      users, allow: ({ principal, paths }) => principal.id === 'ada' || !paths.some((path) => path.startsWith('/events/')), config: { ...config, ...more },
    })) as unknown as TestService<typeof notesApi>;
    client = createClient(letters, { baseUrl: service.url, token: 'key-ada' });
  };
  // A publisher tries again, as the outbox does: a new topic is not known to every broker at once.
  const send = (...events: ReturnType<typeof noted>[]): Promise<void> => eventually(() =>
    service.get<EventBus>(EVENT_BUS).publish(events.map((envelope) => ({ topic: 'dataos.notes.v1', key: envelope.subject, envelope }))), { timeoutMs: 30_000, everyMs: 500 });
  const heard = async (subject: string): Promise<string[]> => {
    const rows = await service.get(NotesService).notes('heard');
    return rows.filter((note) => note.startsWith(`${subject}=`)).map((note) => note.slice(subject.length + 1));
  };
  const parked = async (subject: string) => (await client.listDeadLetters({ query: {} })).items.filter((letter) => letter.subject === subject);
  // Another run's events may still lie in a broker that outlives it.
  const [upgraded, sick, stranger] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(() => start(), 60_000);
  afterAll(() => {
    (NoteWritten as { version: number }).version = 1;
    return service.close();
  });

  it('keeps an event of a newer version with the reason, and what follows it about the same subject behind it', async () => {
    const events = [noted(upgraded, 'one'), noted(upgraded, 'two', 2), noted(upgraded, 'three')];
    // A log may deliver again what was applied or parked: neither is parked once more.
    await send(...events, ...events, noted(stranger, 'meanwhile'));
    await eventually(async () => expect((await parked(upgraded)).map(({ reason, dataversion }) => [dataversion, reason])).toEqual([
      [2, 'newer version: 2, this service knows 1'], [1, 'newer version: an earlier event of the subject waits for it'],
    ]), { timeoutMs: 40_000 });
    await eventually(async () => expect(await heard(stranger)).toEqual(['meanwhile']), { timeoutMs: 20_000 });
    expect([await heard(upgraded), (await parked(upgraded)).length]).toEqual([['one'], 2]);
    expect(await client.replayDeadLetters({ body: {} })).toMatchObject({ replayed: 0, failed: [{ reason: '2, this service knows 1' }, { reason: 'waits for an earlier letter of the same subject' }] });
  }, 70_000);

  it('shows them to whom the decision point lets, and to nobody else', async () => {
    const eve = createClient(letters, { baseUrl: service.url, token: 'key-eve' });
    expect(await problemOf(eve.listDeadLetters({ query: {} }))).toMatchObject({ status: 403 });
    expect(await problemOf(eve.replayDeadLetters({ body: {} }))).toMatchObject({ status: 403 });
    expect(await problemOf(eve.discardDeadLetter({ params: { id: '1' } }))).toMatchObject({ status: 403 });
  });

  it('tells of them, of the lag and of the outbox in its metrics', async () => {
    const text = await (await fetch(`${service.url}/metrics`)).text();
    expect(text).toMatch(/events_dead_letters\{service="notes"\} 2\n/);
    expect(text).toMatch(/outbox_depth\{service="notes"\} 0\n/);
    expect(text).toMatch(/events_consumer_lag\{[^}]*topic="dataos.notes.v1"[^}]*\} \d+\n/);
    expect(text).toMatch(/events_handled_total\{type="note.written",outcome="parked",service="notes"\} 2\n/);
  }, 20_000);

  it('handles them in their order once the service is upgraded, each once', async () => {
    const databaseUrl = service.databaseUrl;
    await service.close({ keepDatabase: true });
    (NoteWritten as { version: number }).version = 2;
    await start({ DATABASE_URL: databaseUrl, EVENTS_URL: databaseUrl });
    expect(await heard(upgraded)).toEqual(['one', 'two', 'three']);
    expect(await parked(upgraded)).toEqual([]);
    await send(noted(upgraded, 'four'));
    await eventually(async () => expect(await heard(upgraded)).toEqual(['one', 'two', 'three', 'four']), { timeoutMs: 40_000 });
  }, 90_000);

  it('replays a poison event when it is asked to, in one transaction with what its listener does, and gives it up when told', async () => {
    await send(noted(sick, 'poison'));
    const letter = await eventually(async () => {
      const [only] = await parked(sick);
      expect(only).toMatchObject({ type: 'note.written', reason: 'cannot digest this', handler: 'NotesService.onWritten' });
      return only;
    }, { timeoutMs: 40_000 });
    const id = letter?.id ?? '';
    expect(await client.replayDeadLetters({ body: { ids: [id] } })).toMatchObject({ replayed: 0, failed: [{ id, reason: 'cannot digest this' }] });
    expect(await heard(sick)).toEqual([]);
    service.get(NotesService).cured = true;
    expect(await client.replayDeadLetters({ body: { ids: [id] } })).toMatchObject({ replayed: 1, failed: [] });
    expect(await heard(sick)).toEqual(['poison']);
    expect(await client.replayDeadLetters({ body: { ids: [id] } })).toMatchObject({ replayed: 0, failed: [] });
    await send({ ...noted(sick, 'four'), data: { text: 4 } as never });
    const unfit = await eventually(async () => {
      const [only] = await parked(sick);
      expect(only).toBeDefined();
      return only;
    }, { timeoutMs: 40_000 });
    await client.discardDeadLetter({ params: { id: unfit?.id ?? '' } });
    expect(await parked(sick)).toEqual([]);
    expect(await problemOf(client.discardDeadLetter({ params: { id: unfit?.id ?? '' } }))).toMatchObject({ status: 404 });
  }, 120_000);
});

if (brokers === undefined) {
  describe('events that cannot be handled, on Kafka (not run: DATAOS_TEST_KAFKA names no broker)', () => {
    it.skip('the same as on PostgreSQL', () => undefined);
  });
}
