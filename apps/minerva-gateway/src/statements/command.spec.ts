import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TrinoFailure } from '../sql/failure.js';
import { type Command, readCommand } from './command.js';
import { bind, parametersOf, sample } from './prepared.js';

describe('readCommand', () => {
  it.each([
    ['PREPARE st_1 FROM SELECT * FROM t WHERE x = ?', { kind: 'prepare', name: 'st_1', text: 'SELECT * FROM t WHERE x = ?' }],
    ["prepare s from SHOW TABLES LIKE 'x' ;", { kind: 'prepare', name: 's', text: "SHOW TABLES LIKE 'x'" }],
    ['DEALLOCATE PREPARE st_1', { kind: 'deallocate', name: 'st_1' }],
    ["EXECUTE st_1 USING 'a, (b', (1 + 2), ARRAY[1, 2]", { kind: 'execute', name: 'st_1', using: ["'a, (b'", '(1 + 2)', 'ARRAY[1, 2]'] }],
    ['execute st_1', { kind: 'execute', name: 'st_1', using: [] }],
    ["EXECUTE IMMEDIATE 'SELECT ''a'', ?' USING DATE '2024-01-01';", { kind: 'execute-immediate', text: "SELECT 'a', ?", using: ["DATE '2024-01-01'"] }],
    ['DESCRIBE OUTPUT st_1', { kind: 'describe-output', name: 'st_1' }], ['DESCRIBE INPUT st_1', { kind: 'describe-input', name: 'st_1' }],
    ['START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY', { kind: 'start-transaction', isolation: 'REPEATABLE READ', readOnly: true }], ['start transaction', { kind: 'start-transaction', isolation: 'READ UNCOMMITTED', readOnly: false }],
    ['START TRANSACTION READ WRITE, ISOLATION LEVEL SERIALIZABLE;', { kind: 'start-transaction', isolation: 'SERIALIZABLE', readOnly: false }], ['COMMIT', { kind: 'commit' }], ['ROLLBACK WORK', { kind: 'rollback' }],
    ["CALL system.runtime.kill_query(query_id => 'q', message => 'm')", { kind: 'kill-query', query: 'q', message: 'm' }], ["CALL system.runtime.kill_query('q')", { kind: 'kill-query', query: 'q' }],
    ['EXPLAIN ACCESS SELECT 1', { kind: 'explain-access', text: 'SELECT 1' }], ['EXPLAIN (TYPE VALIDATE) SELECT 1', { kind: 'validate', text: 'SELECT 1' }],
    ["SET TIME ZONE 'Europe/Oslo'", { kind: 'set-time-zone', zone: 'Europe/Oslo' }], ['SET TIME ZONE LOCAL', { kind: 'set-time-zone' }], ["SET TIME ZONE INTERVAL '5' HOUR", { kind: 'set-time-zone', zone: '+05:00' }],
    ["SET TIME ZONE INTERVAL -'3' HOUR", { kind: 'set-time-zone', zone: '-03:00' }], ["set time zone interval '05:30' hour to minute;", { kind: 'set-time-zone', zone: '+05:30' }], ["SET TIME ZONE INTERVAL '90' MINUTE", { kind: 'set-time-zone', zone: '+01:30' }], ['/* x */ -- y\n COMMIT', { kind: 'commit' }], ['SHOW CREATE TABLE a."b".c', { kind: 'show-create-table', parts: ['a', 'b', 'c'] }],
  ] as [string, Command][])('reads %s', (sql, command) => expect(readCommand(sql)).toEqual(command));

  it.each(['SELECT 1', 'SHOW TABLES', 'DESCRIBE input', 'DESCRIBE t', 'SET SESSION a = 1', 'EXPLAIN SELECT 1', 'WITH x AS (SELECT 1) SELECT * FROM x', ''])('leaves %j to the parser of queries', (sql) => expect(readCommand(sql)).toBeUndefined());

  it.each(['PREPARE', 'PREPARE a', 'PREPARE a FROM', 'EXECUTE a USING', 'EXECUTE a USING 1,', 'EXECUTE a USING )', 'EXECUTE IMMEDIATE x', 'COMMIT 1', 'START TRANSACTION READ', 'START TRANSACTION READ ONLY, READ WRITE', 'START TRANSACTION ISOLATION LEVEL SERIALIZABLE, ISOLATION LEVEL SERIALIZABLE', 'START TRANSACTION READ ONLY,', 'START TRANSACTION ISOLATION LEVEL CHAOS', 'START TRANSACTION SELECT 1', 'CALL x.y()', "CALL system.runtime.kill_query(other => 'x')", 'SET TIME ZONE', 'SET TIME ZONE 5', "SET TIME ZONE 'UTC' 1", "SET TIME ZONE INTERVAL '15' HOUR", "SET TIME ZONE INTERVAL '10' SECOND", "SET TIME ZONE INTERVAL 'x' HOUR"])('refuses %s', (sql) =>
    expect(() => readCommand(sql)).toThrow(TrinoFailure));
});

describe('bind', () => {
  it.each([
    ['SELECT ?, ? LIMIT ?', ['1', "'?'", '5'], "SELECT 1, '?' LIMIT 5"], ["SELECT '?', \"?\" -- ?\n, ?", ['1 + 2'], "SELECT '?', \"?\" -- ?\n, (1 + 2)"], ['SELECT 1', [], 'SELECT 1'],
  ] as [string, string[], string][])('fills %s', (text, values, bound) => expect(bind(text, values)).toBe(bound));

  it.each([['SELECT ?', []], ['SELECT 1', ['1']], ['SELECT ?', ['1) FROM secrets --']], ['SELECT ?', ['1, 2']], ['SELECT ?', ['1 FROM t']]] as [string, string[]][])('refuses %s with %j', (text, values) =>
    expect(() => bind(text, values)).toThrow(TrinoFailure));

  it('leaves no open place, whatever the values are', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0')), { maxLength: 5 }), (values) => {
      const literals = values.map((value) => `'${value.replaceAll("'", "''")}'`);
      const text = `SELECT ${['0', ...values.map(() => '?')].join(', ')}`;
      expect(parametersOf(bind(text, literals))).toEqual([]);
    }));
  });

  it('fills a sample that can be looked at', () => expect(sample('SELECT ? FROM t LIMIT ?')).toBe('SELECT NULL FROM t LIMIT 1'));
});
