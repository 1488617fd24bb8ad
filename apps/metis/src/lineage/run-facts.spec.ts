import { describe, expect, it } from '@jest/globals';
import { addressOf, reportOf, timeOf } from './openlineage.js';
import { edgesOf } from './run-facts.js';

const a = 'dataos://crm:public/passengers';
const b = 'dataos://flights:air/flights';
const c = 'dataos://flights:derived/booked';

describe('lineage of a run', () => {
  it('joins every input with every output, once', () => {
    expect(edgesOf({ inputs: [a, `${a}?acl=r`, b], outputs: [c], columns: [] })).toEqual([{ from: a, to: c, columns: [] }, { from: b, to: c, columns: [] }]);
  });
  it('takes columns, also where the table was not named', () => {
    expect(edgesOf({ inputs: [], outputs: [c], columns: [{ output: `${c}#mail`, inputs: [`${a}#email`, `${a}#email`] }] }))
      .toEqual([{ from: a, to: c, columns: [{ from: `${a}#email`, to: `${c}#mail` }] }]);
  });
  it('makes no edge to itself and none of what is no dataset', () => {
    expect(edgesOf({ inputs: [a, 's3://x', 'dataos://crm', ''], outputs: [a, 'nonsense'], columns: [{ output: `${a}#x`, inputs: [`${a}#y`, a, '#'] }] })).toEqual([]);
  });
});

describe('OpenLineage', () => {
  const event = { eventType: 'COMPLETE', eventTime: '2026-01-01T00:00:00', run: { runId: 'r' }, producer: 'p', job: { namespace: 'n', name: 'j' } };
  it.each([
    ['dataos://crm', 'public/passengers'], ['dataos://crm', 'public.passengers'], ['dataos://crm:public', 'passengers'], ['dataos://crm/', 'public/passengers'],
  ])('%s and %s are one address', (namespace, name) => expect(addressOf({ namespace, name })).toBe(a));
  it.each([['postgres://db', 'public.passengers'], ['dataos://crm', 'passengers'], ['dataos://', 'a/b'], ['dataos://crm', '../x']])(
    'refuses %s and %s', (namespace, name) => expect(() => addressOf({ namespace, name })).toThrow(expect.objectContaining({ code: 'lineage-dataset-refused' })));
  it('reads column lineage', () => {
    const outputs = [{ namespace: 'dataos://flights:derived', name: 'booked', facets: { columnLineage: { fields: { mail: { inputFields: [{ namespace: 'dataos://crm:public', name: 'passengers', field: 'email' }] } } } } }];
    expect(reportOf({ ...event, outputs })).toEqual({ inputs: [], outputs: [c], columns: [{ output: `${c}#mail`, inputs: [`${a}#email`] }] });
  });
  it.each(['START', 'FAIL', undefined, null])('takes nothing from a run that is %s', (eventType) => expect(reportOf({ ...event, eventType })).toBeUndefined());
  it('reads zone-less time as UTC', () => expect(timeOf(event as never).toISOString()).toBe('2026-01-01T00:00:00.000Z'));
});
