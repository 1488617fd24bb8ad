import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inlineCredentials } from './inline-credentials.js';

describe('credentials within a declaration', () => {
  it.each([
    [{ connectionSecret: [{ acl: 'r', data: { username: 'a' } }] }, '/connectionSecret'],
    [{ postgresql: { host: 'db', password: 'x' } }, '/postgresql/password'],
    [{ s3: { 'aws_secret-access.key': 'x', awsSecretKey: 'y' } }, '/s3/aws_secret-access.key'],
    [{ http: { headers: { Authorization: 'Bearer x' } } }, '/http/headers/Authorization'],
    [{ mongodb: { nodes: ['a:1', 'mongodb://crm:hunter2@db'] } }, '/mongodb/nodes/1'],
    [{ jdbc: { url: 'jdbc:x://db;user=crm;password=hunter2' } }, '/jdbc/url'],
    [{ meta: { 'a/b~c': { apiToken: 'x' } } }, '/meta/a~1b~0c/apiToken'],
    [{ secrets: [{ name: 'crm-r', data: { password: 'x' } }] }, '/secrets/0/data/password'],
  ])('finds it in %j', (declaration, pointer) => expect(inlineCredentials(declaration)).toContain(pointer));

  it.each([
    { type: 'POSTGRESQL', secrets: [{ name: 'crm-r', allkeys: true, keys: ['username', 'password'] }], postgresql: { host: 'db', params: { sslmode: 'disable' } } },
    { type: 'KAFKA', kafka: { brokers: ['a:9092'], schemaRegistryUrl: 'http://registry:8081' }, connectionSecret: [] },
    { type: 'S3', s3: { bucket: 'b', metastoreUrl: 'thrift://hive@host:9083', region: 'eu' }, description: 'The key to our data' },
  ])('finds none in %j', (declaration) => expect(inlineCredentials(declaration)).toEqual([]));

  it('finds a password wherever it stands', () => {
    const place = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 8 });
    fc.assert(fc.property(place, (path) => {
      const declaration = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), { password: 'hunter2' });
      expect(inlineCredentials(declaration)).toHaveLength(1);
    }));
  });

  it('does not look past what it can hold, and says so', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 1_000; level += 1) deep = [deep];
    expect(inlineCredentials(deep)).toHaveLength(1);
  });
});
