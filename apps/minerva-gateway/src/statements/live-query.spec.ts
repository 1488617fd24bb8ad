import { expect, it } from '@jest/globals';
import type { Trail } from '../queries/trail.js';
import { LiveQuery, type Step } from './live-query.js';

const query = (): LiveQuery => new LiveQuery('q', 's', 'ann', 'ann', {} as Trail);
/** A step whose bytes are overwritten as soon as they are released. */
function stepOf(text: string, released: string[]): Step {
  const json = Buffer.from(text);
  return { json, rows: 1, release: () => void (released.push(text), json.fill('!')) };
}
const read = ({ json }: Step): string => Buffer.from(json ?? '').toString();

it('releases a page when the next one is fetched, and not while it can be fetched again', async () => {
  const released: string[] = [];
  const live = query();
  const first = live.offer(stepOf('one', released));
  expect(await live.page(1, 0, read)).toEqual({ kind: 'step', rendered: 'one' });
  await first;
  expect(await live.page(1, 0, read)).toEqual({ kind: 'step', rendered: 'one' });
  void live.offer(stepOf('two', released));
  expect([released, await live.page(1, 0, read)]).toEqual([[], { kind: 'step', rendered: 'one' }]);
  expect(await live.page(2, 0, read)).toEqual({ kind: 'step', rendered: 'two' });
  expect(released).toEqual(['one']);
  expect(await live.page(1, 0, read)).toEqual({ kind: 'gone' });
});

it('gives every request its own page whole, however they meet', async () => {
  const released: string[] = [];
  const live = query();
  void live.offer(stepOf('one', released)).then(() => live.offer(stepOf('two', released)));
  // A client that retries, and already asks for what follows, within one turn.
  const answers = await Promise.all([live.page(1, 50, read), live.page(1, 50, read), live.page(1, 50, read).then(() => live.page(2, 50, read))]);
  expect(answers).toEqual([{ kind: 'step', rendered: 'one' }, { kind: 'step', rendered: 'one' }, { kind: 'step', rendered: 'two' }]);
  expect(released).toEqual(['one']);
});
