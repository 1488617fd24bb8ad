import { describe, expect, it } from '@jest/globals';
import { S3Connection, s3Formats, s3StoreOf, storeRefusal, unreachable } from './s3.js';

const keys = { awsaccesskeyid: 'AK', awssecretaccesskey: 'sk' };
const storeOf = (block: object, secret: Record<string, string> = keys) => s3StoreOf(S3Connection.parse({ bucket: 'ga-data', ...block }), secret);

describe('the connection of an S3 depot', () => {
  it.each([
    [{}, 'https://s3.us-east-1.amazonaws.com', 'us-east-1', ''],
    [{ region: 'eu-west-1', relativePath: '/a/b/' }, 'https://s3.eu-west-1.amazonaws.com', 'eu-west-1', 'a/b/'],
    [{ endpoint: 's3.us-gov-east-1.amazonaws.com', scheme: 's3a' }, 'https://s3.us-gov-east-1.amazonaws.com', 'us-gov-east-1', ''],
    [{ endpoint: 'http://store:7070/', relativePath: null, format: null }, 'http://store:7070', 'us-east-1', ''],
    [{ endpoint: 'http://[::1]:9000', region: 'auto' }, 'http://[::1]:9000', 'auto', ''],
  ])('%j leads to %s in %s, below "%s"', (block, endpoint, region, prefix) => expect(storeOf(block)).toEqual({ bucket: 'ga-data', endpoint, region, prefix, accessKeyId: 'AK', secretAccessKey: 'sk' }));

  it.each([
    ['endpoint', 'http://user:pass@store'], ['endpoint', 'http://store/bucket'], ['endpoint', 'file:///etc'], ['endpoint', 'http://169.254.169.254'], ['endpoint', 'store:99999'], ['endpoint', 'http://store?x=1'],
    ['bucket', '../etc'], ['bucket', 'a/b'], ['bucket', ''], ['relativePath', 'a/../b'], ['relativePath', 'a//b'], ['relativePath', 'a?b'], ['region', 'eu west'],
  ])('refuses the %s %s', (member, value) => expect(S3Connection.safeParse({ bucket: 'ga-data', [member]: value }).error?.issues[0]?.path).toEqual([member]));

  it.each([
    [{ accesskeyid: 'AK', secretkey: 'sk' }, true], [{ accesskeyid: 'AK', awssecretaccesskey: 'sk' }, true], [{ AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'sk' }, true],
    [{ awsaccesskeyid: 'AK' }, false], [{ username: 'AK', password: 'sk' }, false], [{ ...keys, awsendpoint: 'http://a/b' }, false],
  ])('the secret %j is enough: %s', (secret, enough) => expect(storeOf({}, secret as never) !== undefined).toBe(enough));

  it('reads a bucket of everybody without a secret, and an endpoint out of the secret where the depot has none', () => {
    expect(storeOf({}, {})).toMatchObject({ accessKeyId: '', secretAccessKey: '' });
    expect(storeOf({}, { ...keys, awsendpoint: 'store.example:443' })?.endpoint).toBe('https://store.example:443');
    expect(storeOf({ endpoint: 'http://mine' }, { ...keys, awsendpoint: 'http://other' })?.endpoint).toBe('http://mine');
  });

  it.each([[undefined, ['parquet', 'csv']], ['', ['parquet', 'csv']], ['PARQUET', ['parquet']], ['Csv', ['csv']], ['ICEBERG', undefined], ['delta', undefined]] as const)('the format %s reads %j', (format, formats) => expect(s3Formats(format)).toEqual(formats));
});

describe('why a store could not be reached', () => {
  it.each([
    [new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND s3') }), 'getaddrinfo ENOTFOUND s3'],
    [new Error('network', { cause: new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ECONNREFUSED' }) }) }), 'ECONNREFUSED'],
    [new Error('The operation was aborted due to timeout'), 'The operation was aborted due to timeout'],
  ])('is what the network said first', (error, told) => expect(unreachable(error)).toBe(told));
});

describe('what a store refuses', () => {
  const xml = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>for AKIA123 see https://x/?X-Amz-Signature=abc</Message></Error>`;
  it.each([
    [404, xml('NoSuchBucket'), 'bucket'], [404, xml('NoSuchKey'), 'object'], [412, xml('PreconditionFailed'), 'object'], [403, xml('InvalidAccessKeyId'), 'credentials'], [403, xml('SignatureDoesNotMatch'), 'credentials'],
    [403, '', 'credentials'], [403, xml('RequestTimeTooSkewed'), 'away'], [301, xml('PermanentRedirect'), 'place'], [307, '', 'place'], [400, xml('AuthorizationHeaderMalformed'), 'place'], [400, xml('ExpiredToken'), 'credentials'],
    [503, xml('SlowDown'), 'away'], [500, '<html>secret</html>', 'away'],
  ])('%i %s is of the kind %s and tells nothing of its text', (status, body, kind) => {
    const refusal = storeRefusal(status, body);
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toContain(String(status));
    expect(refusal.message).not.toMatch(/AKIA|Signature=|html|secret/);
  });
});
