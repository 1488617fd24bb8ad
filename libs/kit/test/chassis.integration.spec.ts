import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, problemOf, startTestService, type TestService } from '@dataos/testkit';
import { once } from 'node:events';
import { connect } from 'node:net';
import { DataSource, In } from 'typeorm';
import { DeadLetterRow, EVENT_BUS, type EventBus, InboxRow, Outbox, OutboxRow, schemaDrift } from '@dataos/kit';
import { NotesModule, notesApi, NotesService, notesService, NoteWritten } from './sample.service.js';

const ada = { id: 'ada', type: 'person' as const, tags: ['roles:id:user'] };

describe('a service on the chassis', () => {
  let service: TestService<typeof notesApi>;
  beforeAll(async () => {
    service = (await startTestService(notesService, NotesModule, {
      users: { 'key-ada': ada }, allow: ({ paths }) => !paths.includes('/notes/locked'),
    })) as unknown as TestService<typeof notesApi>;
  });
  afterAll(() => service.close());
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(service.url + path, { ...init, headers: { apikey: 'key-ada', ...init.headers } });

  it('says what it needs when asked whether it is ready', async () => {
    const answer = await fetch(`${service.url}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ready', service: 'notes', dependencies: { database: { ok: true }, events: { ok: true } } });
  });

  it('refuses a request without a valid token with a 401 problem', async () => {
    const problem = await problemOf(service.client('wrong').count({ query: {} }));
    expect(problem).toMatchObject({ status: 401, code: 'unauthenticated' });
    const answer = await fetch(`${service.url}/notes`);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('asks the decision point for the path and passes its decision on', async () => {
    expect(await service.client('key-ada').write({ params: { id: 'a' }, body: { text: 'hello' } })).toEqual({ by: 'ada' });
    const problem = await problemOf(service.client('key-ada').write({ params: { id: 'locked' }, body: { text: 'x' } }));
    expect(problem).toMatchObject({ status: 403, code: 'policy-denied', extra: { decision: 'test-decision', policies: ['test-policy'] } });
  });

  it.each([
    ['a wrong type', '/notes/a', { method: 'PUT', body: '{"text":7}', headers: { 'content-type': 'application/json' } }, 400, '/body/text'],
    ['a name too long', '/notes/aaaaaaaaaaaaaaaa', { method: 'PUT', body: '{"text":"x"}', headers: { 'content-type': 'application/json' } }, 400, '/params/id'],
    ['broken JSON', '/notes/a', { method: 'PUT', body: '{"text"', headers: { 'content-type': 'application/json' } }, 400, '/body'],
    ['a query that is no number', '/notes?wait=x', {}, 400, '/query/wait'],
  ])('answers %s with 400 and a pointer', async (_what, path, init, status, pointer) => {
    const answer = await ask(path, init);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
  });

  it('answers an unknown route 404, a wrong content type 415, a huge body 413', async () => {
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await ask('/notes/a', { method: 'PUT', body: 'x', headers: { 'content-type': 'image/png' } })).status).toBe(415);
    expect((await ask('/notes/a', { method: 'PUT', body: JSON.stringify({ text: 'x'.repeat(2_000_000) }), headers: { 'content-type': 'application/json' } })).status).toBe(413);
  });

  it('tells nothing of an unexpected failure but a trace id', async () => {
    const answer = await ask('/fail');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/secret detail|home|stack|at /);
    expect(JSON.parse(text)).toMatchObject({ code: 'unexpected', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('prints its contract as OpenAPI 3.1', async () => {
    const document = (await (await ask('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/notes/{id}', '/notes', '/fail']);
  });

  it('keeps entities and migrations in step', async () => {
    expect(await schemaDrift(service.get(DataSource))).toEqual([]);
  });

  it('publishes and works exactly what was committed', async () => {
    const notes = service.get(NotesService);
    await eventually(async () => expect(await notes.count('heard')).toBe(1));
    await expect(notes.write('r', 'roll back')).rejects.toThrow('rolled back');
    for (let i = 0; i < 30; i += 1) await notes.write(`n${i % 3}`, `text ${i}`);
    await eventually(async () => expect(await notes.count('heard')).toBe(31));
    const rows = (await service.get(DataSource).query(`SELECT note FROM tally WHERE what = 'heard' AND note LIKE 'n1=%'`)) as { note: string }[];
    expect(rows.map(({ note }) => Number(note.split(' ')[1]))).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28]);
    await eventually(async () => expect(await service.get(DataSource).getRepository(OutboxRow).count()).toBe(0));
    await eventually(async () => expect(await notes.count('worked')).toBeGreaterThan(0));
  });

  it('publishes while changes follow each other closely', async () => {
    const [notes, rows] = [service.get(NotesService), service.get(DataSource).getRepository(OutboxRow)];
    const before = await notes.count('heard');
    const written: Promise<unknown>[] = [];
    const writer = setInterval(() => written.push(notes.write('close', 'by')), 5);
    try {
      await eventually(async () => expect(await notes.count('heard')).toBeGreaterThan(before + 5), { timeoutMs: 20_000 });
    } finally {
      clearInterval(writer);
      await Promise.all(written);
    }
    await eventually(async () => expect(await rows.count()).toBe(0), { timeoutMs: 30_000 });
  }, 60_000);

  it('writes to no topic but its own', async () => {
    const elsewhere = { ...NoteWritten, topic: 'dataos.letters.v1' };
    await expect(service.get(Outbox).append(service.get(DataSource).manager, elsewhere, 'a', { text: 'x' })).rejects.toThrow('notes does not own the topic dataos.letters.v1');
  });

  it('gives the job of a killed worker back within seconds', async () => {
    const [dataSource, notes] = [service.get(DataSource), service.get(NotesService)];
    const before = await notes.count('worked');
    await dataSource.query(`SELECT graphile_worker.add_job('tally', '{"id":"orphan"}'::json, run_at => now() + interval '1 hour', job_key => 'orphan')`);
    await dataSource.query(`UPDATE graphile_worker._private_jobs SET run_at = now(), locked_by = 'worker-killed', locked_at = now() WHERE key = 'orphan'`);
    await eventually(async () => expect(await notes.count('worked')).toBe(before + 1), { timeoutMs: 12_000 });
  }, 20_000);

  it('applies an event once that is delivered twice, retries a flaky one, parks a poison one, and passes over one it does nothing about', async () => {
    const notes = service.get(NotesService);
    const bus = service.get<EventBus>(EVENT_BUS);
    const envelope = (text: string) => ({ specversion: '1.0', id: crypto.randomUUID(), source: 'notes', type: 'note.written', subject: 'k', time: new Date().toISOString(), data: { text } });
    const before = await notes.count('heard');
    const [twice, trifle] = [envelope('twice'), envelope('trifle')];
    await bus.publish([trifle, twice, twice, envelope('flaky'), envelope('poison')].map((message) => ({ topic: 'dataos.notes.v1', key: 'k', envelope: message })));
    await bus.publish([{ topic: 'dataos.notes.v1', key: 'k', envelope: 'no envelope at all' }, { topic: 'dataos.notes.v1', key: 'k', envelope: { ...envelope('later'), dataversion: 2 } }]);
    const dead = service.get(DataSource).getRepository(DeadLetterRow);
    await eventually(async () => expect(await dead.count()).toBe(3), { timeoutMs: 25_000 });
    expect(await notes.count('heard')).toBe(before + 2);
    expect(await service.get(DataSource).getRepository(InboxRow).countBy({ event: In([twice.id, trifle.id]) })).toBe(1);
    expect((await dead.find({ order: { id: 'ASC' } })).map(({ reason }) => reason)).toEqual(['cannot digest this', expect.any(String), 'newer version: 2, this service knows 1']);
  }, 40_000);
});

it('ends at once beside a connection over which nothing was asked', async () => {
  const service = await startTestService(notesService, NotesModule, { users: { 'key-ada': ada } });
  const unused = connect(Number(new URL(service.url).port), '127.0.0.1').on('error', () => undefined);
  await once(unused, 'connect');
  const answer = await fetch(`${service.url}/health/ready`);
  const started = Date.now();
  await service.close();
  expect([answer.status, Date.now() - started < 5_000]).toEqual([200, true]);
  unused.destroy();
}, 40_000);
