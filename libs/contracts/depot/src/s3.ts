import { z } from 'zod';

/** A name or an address with an optional port, as `https://host:9000` or bare; nothing that could carry a login or a path. */
const ENDPOINT = /^(?:(https?):\/\/)?([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?\/?$/;
/** Machines of clouds hand out their own credentials at such an address: never a store. */
const LINK_LOCAL = /^(169\.254\.|\[fe80:)/i;

const Endpoint = z.string().transform((text, context) => {
  const [, scheme = 'https', host = '', port] = ENDPOINT.exec(text.trim()) ?? [];
  if (host !== '' && !LINK_LOCAL.test(host) && Number(port ?? 1) <= 65_535) return `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
  context.addIssue({ code: 'custom', message: 'must be host[:port] or http(s)://host[:port], with nothing behind, and not link-local' });
  return z.NEVER;
});

const RelativePath = z.string().transform((text) => text.replaceAll(/^\/+|\/+$/g, ''))
  .refine((path) => path === '' || path.split('/').every((part) => /^[\w.=+@ -]+$/.test(part) && !/^\.\.?$/.test(part)), 'must be folders of letters, digits and _ . - = + @, separated by single slashes');

/** Where the objects of an S3 depot lie. Without an endpoint it is Amazon's; a bucket is always addressed by path. */
export const S3Connection = z.looseObject({
  bucket: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/, 'must be the name of a bucket'),
  relativePath: RelativePath.nullish(), format: z.string().nullish(), region: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be a region such as eu-west-1').nullish(), endpoint: Endpoint.nullish(),
});
export type S3Connection = z.output<typeof S3Connection>;

/** What is needed to read a bucket; both keys are empty where it is read by anybody. */
export interface S3Store {
  readonly endpoint: string;
  readonly bucket: string;
  /** Folder of the depot within the bucket, ending in `/`; empty where the depot is the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Formats of objects that a declared `format` lets be read: both where it says nothing, `undefined` where no driver reads it, as of table formats. */
export function s3Formats(format: unknown): readonly ('parquet' | 'csv')[] | undefined {
  const name = typeof format === 'string' ? format.trim().toLowerCase() : '';
  if (name === '') return ['parquet', 'csv'];
  return name === 'parquet' || name === 'csv' ? [name] : undefined;
}

/**
 * A connection block and the pairs of its secret, put together; keys are called as any of the official clients call them.
 * `undefined` where the secret holds not both keys, or an endpoint that is none.
 */
export function s3StoreOf({ bucket, relativePath, region, endpoint }: S3Connection, secret: Readonly<Record<string, string>>): S3Store | undefined {
  const pairs = new Map(Object.entries(secret).map(([key, value]) => [key.toLowerCase().replaceAll(/[^a-z]/g, ''), value.trim()]));
  const one = (...names: string[]): string => names.map((name) => pairs.get(name)).find((value) => value) ?? '';
  const [accessKeyId, secretAccessKey] = [one('awsaccesskeyid', 'accesskeyid'), one('awssecretaccesskey', 'secretkey', 'secretaccesskey')];
  const told = Endpoint.optional().safeParse(endpoint ?? pairs.get('awsendpoint'));
  const anonymous = pairs.size === 0;
  if (!told.success || (!anonymous && (accessKeyId === '' || secretAccessKey === ''))) return undefined;
  const where = region ?? /\bs3[.-]([a-z0-9-]+)\.amazonaws\./.exec(told.data ?? '')?.[1] ?? 'us-east-1';
  return { endpoint: told.data ?? `https://s3.${where}.amazonaws.com`, bucket, prefix: relativePath ? `${relativePath}/` : '', region: where, accessKeyId, secretAccessKey };
}

/** Why a store could not be reached, from what the network said first. */
export function unreachable(error: unknown): string {
  let first = error as { cause?: unknown; message?: string; code?: string };
  for (let depth = 0; depth < 8 && typeof first.cause === 'object' && first.cause !== null; depth += 1) first = first.cause;
  return first.message || first.code || 'no reason given';
}

export interface StoreRefusal { readonly kind: 'bucket' | 'object' | 'credentials' | 'place' | 'away'; readonly message: string }

/** What a store's answer other than success means, in words for whoever owns the depot; of its text only the code is told. */
export function storeRefusal(status: number, body: string): StoreRefusal {
  const code = /<Code>(\w{1,64})<\/Code>/.exec(body)?.[1];
  const said = `the store answers ${status}${code === undefined ? '' : ` ${code}`}`;
  if (code === 'NoSuchBucket') return { kind: 'bucket', message: `${said}: there is no such bucket; correct the bucket or the endpoint of the depot` };
  if (status === 404 || status === 412) return { kind: 'object', message: `${said}: an object changed or vanished while it was read` };
  if ((status >= 300 && status < 400) || code === 'AuthorizationHeaderMalformed') return { kind: 'place', message: `${said}: the bucket is served elsewhere, and no redirect is followed; set the region and endpoint of the depot to the bucket's own` };
  if (status === 401 || status === 403 || (code !== undefined && /Token|AccessKey|Signature/.test(code))) {
    const skewed = code === 'RequestTimeTooSkewed' ? '; the clocks differ too much' : '';
    return { kind: skewed === '' ? 'credentials' : 'away', message: `${said}${skewed}` };
  }
  return { kind: 'away', message: said };
}
