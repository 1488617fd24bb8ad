import { describe, expect, it } from '@jest/globals';
import { trinoTypeOfDuck, trinoTypeOfPostgres } from './trino-types.js';

describe('types as Trino writes them', () => {
  it.each([
    ['int8', -1, 'bigint'], ['varchar', 24, 'varchar(20)'], ['varchar', -1, 'varchar'], ['bpchar', 6, 'char(2)'], ['numeric', 655_366, 'decimal(10,2)'],
    ['numeric', -1, 'decimal(38,18)'], ['timestamptz', 3, 'timestamp(3) with time zone'], ['_int4', -1, 'array(integer)'], ['tsvector', -1, 'varchar'],
    ['numeric', (50 << 16) + 2 + 4, 'varchar'], ['numeric', (3 << 16) + 2046 + 4, 'decimal(5,0)'], ['numeric', (2 << 16) + 5 + 4, 'decimal(5,5)'],
  ])('%s (%i) of PostgreSQL is %s', (type, modifier, trino) => expect(trinoTypeOfPostgres(type, modifier)).toBe(trino));

  it.each([
    ['BIGINT', 'bigint'], ['DECIMAL(18,3)', 'decimal(18,3)'], ['VARCHAR[]', 'array(varchar)'], ['INTEGER[3][]', 'array(array(integer))'], ['TIMESTAMP WITH TIME ZONE', 'timestamp(6) with time zone'],
    ['STRUCT(a INTEGER)', 'varchar'], ['UBIGINT', 'decimal(20,0)'],
  ])('%s of DuckDB is %s', (type, trino) => expect(trinoTypeOfDuck(type)).toBe(trino));
});
