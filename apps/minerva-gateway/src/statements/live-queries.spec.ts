import { expect, it } from '@jest/globals';
import type { Trail } from '../queries/trail.js';
import { LiveQueries } from './live-queries.js';
import { LiveQuery } from './live-query.js';

function over(live: LiveQueries, id: string): LiveQuery {
  const query = new LiveQuery(id, 's', 'ann', 'bob', {} as Trail);
  query.state = 'FINISHED';
  live.add(query);
  return query;
}

it('keeps of a released query how it went, and nothing it took to run it', () => {
  const live = new LiveQueries();
  const query = over(live, 'q');
  query.rows = 3;
  live.release(query);
  expect([live.get('q'), [...live.all()]]).toEqual([undefined, []]);
  expect(live.known('q')).toEqual({ id: 'q', owner: 'ann', user: 'bob', state: 'FINISHED', rows: 3, startedAt: query.startedAt, isOver: true, until: expect.any(Number) });
});

it('forgets what has been over for a minute, and neither before nor what still runs', () => {
  const live = new LiveQueries();
  live.release(over(live, 'released'));
  over(live, 'kept');
  live.add(new LiveQuery('running', 's', 'ann', 'ann', {} as Trail));
  live.sweep(Date.now() + 59_000);
  expect(['released', 'kept', 'running'].map((id) => live.known(id)?.id)).toEqual(['released', 'kept', 'running']);
  live.sweep(Date.now() + 61_000);
  expect(['released', 'kept', 'running'].map((id) => live.known(id)?.id)).toEqual([undefined, undefined, 'running']);
});
