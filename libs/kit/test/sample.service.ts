import { type AccessControl, type Caller as CallerType, type EventOf, type InputOf, defineApi, defineEvent, defineRoute, defineTopic } from '@dataos/contracts-core';
import { Controller, Injectable, Module } from '@nestjs/common';
import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import {
  BaseConfig, Caller, createKitTables, defineService, dropKitTables, Endpoint, HandlesEvent, HandlesJob, Input, Jobs, kitModule, Outbox,
} from '@dataos/kit';

/** A service of the smallest kind, to prove the chassis: notes are kept, told of, and counted by a listener and a job. */
export const NoteWritten = defineEvent({ type: 'note.written', version: 1, topic: 'dataos.notes.v1', data: z.object({ text: z.string() }) });

export const notesApi = defineApi({
  service: 'notes', title: 'Notes',
  routes: {
    write: defineRoute({ method: 'PUT', path: '/notes/:id', summary: 'Write a note', params: z.object({ id: z.string().max(10) }), body: z.object({ text: z.string().max(1_000) }), response: z.object({ by: z.string() }) }),
    count: defineRoute({ method: 'GET', path: '/notes', summary: 'Count', access: 'authenticated', query: z.object({ wait: z.coerce.number().default(0) }), response: z.object({ heard: z.number(), worked: z.number(), wait: z.number() }) }),
    fail: defineRoute({ method: 'GET', path: '/fail', summary: 'Fails unexpectedly', access: 'public' }),
  },
});

class Notes1 implements MigrationInterface {
  name = 'Notes1700000000000';
  async up(queryRunner: QueryRunner): Promise<void> {
    await createKitTables(queryRunner);
    await queryRunner.query('CREATE TABLE tally (id bigserial, what text, note text)');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE tally');
    await dropKitTables(queryRunner);
  }
}

const tally = (tx: EntityManager, what: string, note: string): Promise<unknown> => tx.query('INSERT INTO tally (what, note) VALUES ($1, $2)', [what, note]);

@Injectable()
export class NotesService {
  failures = 0;
  cured = false;

  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly jobs: Jobs) {}

  async write(id: string, text: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.outbox.append(tx, NoteWritten, id, { text });
      await this.jobs.enqueue(tx, 'tally', { id }, { key: id });
      if (text === 'roll back') throw new Error('rolled back');
    });
  }

  @HandlesEvent(NoteWritten, ({ text }) => text !== 'trifle')
  async onWritten(event: EventOf<typeof NoteWritten>, tx: EntityManager): Promise<void> {
    await tally(tx, 'heard', `${event.subject}=${event.data.text}`);
    if ((event.data.text === 'poison' && !this.cured) || (event.data.text === 'flaky' && this.failures++ === 0)) throw new Error('cannot digest this');
  }

  @HandlesJob('tally')
  async onJob(payload: unknown): Promise<void> {
    await tally(this.dataSource.manager, 'worked', (payload as { id: string }).id);
  }

  async notes(what: string): Promise<string[]> {
    const rows = (await this.dataSource.query('SELECT note FROM tally WHERE what = $1 ORDER BY id', [what])) as { note: string }[];
    return rows.map(({ note }) => note);
  }

  async count(what: string): Promise<number> {
    const rows = (await this.dataSource.query('SELECT count(*)::int AS n FROM tally WHERE what = $1', [what])) as { n: number }[];
    return rows[0]?.n ?? 0;
  }
}

@Controller()
class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Endpoint(notesApi.routes.write)
  async write(@Input() { params, body }: InputOf<typeof notesApi.routes.write>, @Caller() caller: CallerType): Promise<{ by: string }> {
    await this.notes.write(params.id, body.text);
    return { by: caller.id };
  }

  @Endpoint(notesApi.routes.count)
  async count(@Input() { query }: InputOf<typeof notesApi.routes.count>): Promise<{ heard: number; worked: number; wait: number }> {
    return { heard: await this.notes.count('heard'), worked: await this.notes.count('worked'), wait: query.wait };
  }

  @Endpoint(notesApi.routes.fail)
  fail(): never {
    throw new Error('secret detail at /home/somebody');
  }
}

export const notesService = defineService({
  name: 'notes', api: notesApi, config: BaseConfig, migrations: [Notes1], publishes: [defineTopic({ name: 'dataos.notes.v1', summary: 'Notes' })],
  access: (): AccessControl => ({ authenticate: async () => undefined, authorize: async () => ({ allow: false }) }),
});

@Module({ imports: [kitModule(notesService)], controllers: [NotesController], providers: [NotesService] })
export class NotesModule {}
