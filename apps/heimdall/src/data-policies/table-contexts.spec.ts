import { NotFound } from '@dataos/contracts-core';
import { describe, expect, it } from '@jest/globals';
import { TableContexts } from './table-contexts.js';

const column = { id: 'dataos://a:b/c#email', name: 'email', type: 'varchar', nullable: true, tags: [], ordinal: 1 };
const contexts = (table: object): TableContexts => new TableContexts(
  { describeTables: async () => ({ tables: [{ address: 'dataos://a:b/c', found: true, vanished: false, tags: ['T'], columns: [], columnTags: { email: ['PII.Email'] }, ...table }] }) } as never, { METIS_URL: 'http://metis' } as never,
);
const parts = { depot: 'a', collection: 'b', dataset: 'c' };

describe('a table that is decided about by its name', () => {
  it('has the columns and tags of the catalogue', async () => {
    expect(await contexts({ columns: [column] }).of(parts)).toEqual({ address: 'dataos://a:b/c', tags: ['T'], columns: [{ name: 'email', type: 'varchar', tags: ['PII.Email'] }] });
  });

  it.each([{ found: false }, { vanished: true }])('is not decided about where its columns are not known: %j', async (table) => {
    await expect(contexts(table).of(parts)).rejects.toMatchObject({ code: NotFound.code });
  });
});
