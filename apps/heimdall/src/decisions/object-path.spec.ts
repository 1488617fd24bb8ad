import { describe, expect, it } from '@jest/globals';
import { normalPath } from './object-path.js';

describe('normal form', () => {
  it.each([
    ['/a/b', ['/a/b']], ['/a//b/', ['/a/b']], ['/', ['/']], ['/a?x=/secret', ['/a']], ['/%61dmin', ['/admin']],
    ['/e\u0301', ['/\u00e9']], ['dataos://d:c/t?acl=rw', ['dataos://d:c/t']], ['DATAOS://d:c/t', ['dataos://d:c/t']],
    ['dataos://d:c//t/', ['dataos://d:c/t']], ['/app/**', ['/app/**']],
    ['/metis/assets/dataos%3A%2F%2Fd%3Ac%2Ft', ['/metis/assets/dataos:%2F%2Fd:c%2Ft', '/metis/assets/dataos:/d:c/t']],
  ])('%s', (raw, paths) => expect(normalPath(raw)).toEqual({ paths }));
});

describe('refused', () => {
  it.each(['/a/../etc', '/a/%2e%2e/etc', '/a/..%2fetc', '/a/./b', '/a%5cb', '/a\\b', '/a%00', '/a%252e%252e/b', '/a%252fb', '/a%', '', 'dataos://d:../t', 'dataos://d:c/../x'])('%j', (raw) => {
    expect(normalPath(raw)).toEqual({ refused: expect.any(String) });
  });
});
