import { AwsV4Signer } from 'aws4fetch';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Keys { readonly accessKeyId: string; readonly secretAccessKey: string }
type Buckets = Map<string, Map<string, Buffer>>;

/**
 * As much of an S3 server as the tests ask for, in memory: make a bucket, put, get (ranges, If-Match), delete, list (version 2). It
 * refuses what is not signed by the one key; the signature is computed by another library than the one that is tested. It is no
 * proof for real stores: for that the same tests run against one that `DATAOS_TEST_S3` names.
 */
export function s3Server(keys: Keys): (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void> {
  const buckets: Buckets = new Map();
  return async (request, response, body) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const refused = await refusal(request, url, keys);
    if (refused !== undefined) return fail(response, 403, refused);
    const [, bucket = '', ...rest] = url.pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    if (key === '' && request.method === 'PUT') {
      if (!buckets.has(bucket)) buckets.set(bucket, new Map());
      return void response.writeHead(200).end();
    }
    const objects = buckets.get(bucket);
    if (objects === undefined) return fail(response, 404, 'NoSuchBucket');
    if (key === '') return list(response, objects, url.searchParams);
    if (request.method === 'PUT') objects.set(key, body);
    if (request.method === 'DELETE') objects.delete(key);
    if (request.method === 'PUT' || request.method === 'DELETE') return void response.writeHead(request.method === 'PUT' ? 200 : 204, request.method === 'PUT' ? { etag: etagOf(body) } : {}).end();
    return read(request, response, objects.get(key));
  };
}

async function refusal(request: IncomingMessage, url: URL, { accessKeyId, secretAccessKey }: Keys): Promise<string | undefined> {
  const given = request.headers.authorization ?? '';
  const [, claimed, region, names = ''] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=[0-9a-f]{64}$/.exec(given) ?? [];
  if (claimed === undefined || region === undefined) return 'AccessDenied';
  if (claimed !== accessKeyId) return 'InvalidAccessKeyId';
  const signed = names.split(';').filter((name) => name !== 'host');
  const headers = Object.fromEntries(signed.map((name) => [name, String(request.headers[name] ?? '')]));
  const signer = new AwsV4Signer({
    method: request.method ?? 'GET', url: url.href, headers, accessKeyId, secretAccessKey, service: 's3', region, datetime: String(request.headers['x-amz-date']), allHeaders: true,
  });
  const { headers: expected } = await signer.sign();
  const signatureOf = (header: string | null): string | undefined => /Signature=(\w+)$/.exec(header ?? '')?.[1];
  return signatureOf(given) === signatureOf(expected.get('authorization')) ? undefined : 'SignatureDoesNotMatch';
}

function read(request: IncomingMessage, response: ServerResponse, bytes: Buffer | undefined): void {
  if (bytes === undefined) return fail(response, 404, 'NoSuchKey');
  const etag = etagOf(bytes);
  if (request.headers['if-match'] !== undefined && request.headers['if-match'] !== etag) return fail(response, 412, 'PreconditionFailed');
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === undefined ? bytes : bytes.subarray(Number(from), to ? Number(to) + 1 : undefined);
  response.writeHead(from === undefined ? 200 : 206, { etag, 'content-length': part.length }).end(part);
}

function list(response: ServerResponse, objects: Map<string, Buffer>, query: URLSearchParams): void {
  const [prefix, delimiter, after] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', query.get('continuation-token') ?? ''];
  const most = Number(query.get('max-keys') ?? 1_000);
  const entries = new Set<string>();
  for (const key of [...objects.keys()].filter((one) => one.startsWith(prefix)).sort()) {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const entry = at < 0 ? key : key.slice(0, at + 1);
    if (entry > after) entries.add(entry);
  }
  const page = [...entries].slice(0, most);
  const truncated = entries.size > page.length;
  const xml = page.map((entry) => {
    const bytes = objects.get(entry);
    return bytes === undefined ? `<CommonPrefixes><Prefix>${escaped(entry)}</Prefix></CommonPrefixes>` : `<Contents><Key>${escaped(entry)}</Key><Size>${bytes.length}</Size><ETag>${escaped(etagOf(bytes))}</ETag></Contents>`;
  });
  response.writeHead(200, { 'content-type': 'application/xml' }).end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${truncated}</IsTruncated>${truncated ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : ''}${xml.join('')}</ListBucketResult>`);
}

const fail = (response: ServerResponse, status: number, code: string): void => void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
