import type { ColumnOrigin } from '@dataos/contracts-minerva';
import { describe, expect, it } from '@jest/globals';
import { jobOf, reportOfQuery } from './query-facts.js';
import { edgesOf } from './run-facts.js';

const passengers = 'dataos://crm:public/passengers';
const mails = 'dataos://lake:sales/mails';
const from = (column: string, uses: ColumnOrigin['uses'], masked = false): ColumnOrigin => ({ table: passengers, column, uses, masked });
const written = {
  inputs: [{ address: passengers, columns: [] }], output: { address: mails, kind: 'table' as const, change: 'create' as const, columns: [] },
  columns: [{ column: 'mail', from: [from('email', ['TRANSFORMATION'], true), from('id', ['CONDITIONAL', 'FILTER'])] }, { column: 'n', from: [from('state', ['FILTER'])] }], rows: [from('state', ['FILTER'])],
};

describe('what a query reports', () => {
  it('is an edge from each table read, with the columns whose values go on, and which were masked', () => {
    expect(edgesOf(reportOfQuery(written))).toEqual([{ from: passengers, to: mails, columns: [{ from: `${passengers}#email`, to: `${mails}#mail`, masked: true }, { from: `${passengers}#id`, to: `${mails}#mail` }] }]);
  });
  it('is nothing where nothing was written', () => {
    const { output: _output, ...read } = written;
    expect(edgesOf(reportOfQuery(read))).toEqual([]);
  });
  it('is one job for a statement that writes the same table again', () => {
    expect(jobOf({ statement: 'insert', output: written.output })).toBe(`minerva-gateway/insert ${mails}`);
  });
});
