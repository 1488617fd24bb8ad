import { describe, expect, it } from '@jest/globals';
import type { PreparedEvent } from '@dataos/kit';
import type { QueryRow } from './query.entity.js';
import { type Book, type Entry, Trail } from './trail.js';

const event = (type: string): PreparedEvent => ({ topic: 't', key: 'q', envelope: { type } as never });

function open(fails: boolean[] = []): { trail: Trail; written: { state: string; events: string[] }[] } {
  const written: { state: string; events: string[] }[] = [];
  const book: Book = {
    started: () => event('started'), finished: () => event('finished'), traced: (_row, { make }) => (make().output === undefined ? [] : [event('traced')]),
    write: async (trail) => {
      const entry: Entry = trail.take();
      if (fails.shift() === true) {
        trail.giveBack(entry);
        throw new Error('the database is away');
      }
      written.push({ state: entry.row.state, events: entry.events.map(({ envelope }) => envelope.type) });
    },
  };
  return { trail: new Trail({ id: 'q', state: 'QUEUED' } as QueryRow, book), written };
}

describe('the trail of a query', () => {
  it('that ends soon is written once, with both of its events', async () => {
    const { trail, written } = open();
    trail.run({});
    await trail.end({ state: 'FINISHED' });
    await trail.written();
    expect(written).toEqual([{ state: 'FINISHED', events: ['started', 'finished'] }]);
  });

  it('that was written before tells at once that it runs, and each event once', async () => {
    const { trail, written } = open();
    await trail.written();
    trail.run({});
    await trail.written();
    await trail.end({ state: 'FAILED' });
    await trail.end({ state: 'FINISHED' });
    expect(written).toEqual([{ state: 'QUEUED', events: [] }, { state: 'RUNNING', events: ['started'] }, { state: 'FAILED', events: ['finished'] }]);
  });

  it('that reads data for long is on record beside its run, and one that does not is written once', async () => {
    const [long, short] = [open(), open()];
    for (const { trail } of [long, short]) {
      trail.run({});
      trail.reading();
    }
    await short.trail.end({ state: 'FINISHED' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(long.written).toEqual([{ state: 'RUNNING', events: ['started'] }]);
    await long.trail.end({ state: 'FINISHED' });
    expect(long.written.at(-1)).toEqual({ state: 'FINISHED', events: ['finished'] });
    expect(short.written).toEqual([{ state: 'FINISHED', events: ['started', 'finished'] }]);
  });

  it('that could not be put on record while it ran is written at its end, with all its events', async () => {
    const { trail, written } = open([true]);
    trail.run({});
    trail.reading();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(written).toEqual([]);
    await trail.end({ state: 'FINISHED' });
    expect(written).toEqual([{ state: 'FINISHED', events: ['started', 'finished'] }]);
  });

  it('whose end could not be written has not ended: another end is written with what was left', async () => {
    const { trail, written } = open([true]);
    trail.run({});
    await expect(trail.end({ state: 'FINISHED' })).rejects.toThrow('away');
    await trail.end({ state: 'FAILED' });
    expect(written).toEqual([{ state: 'FAILED', events: ['started', 'finished'] }]);
  });
});
