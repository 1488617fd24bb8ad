import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { S3mini } from 's3mini';

export interface Bucket { readonly endpoint: string; readonly bucket: string; readonly accessKeyId: string; readonly secretAccessKey: string }

/** Every file below `folder`, by the key that its object gets. */
export function objectsBelow(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [path.relative(folder, file).split(path.sep).join('/'), file]));
}

/** Puts the files below `folder` into a bucket that is there; the same again changes nothing. */
export async function fillBucket({ endpoint, bucket, accessKeyId, secretAccessKey }: Bucket, folder: string): Promise<number> {
  const client = new S3mini({ endpoint: `${endpoint}/${bucket}`, region: 'us-east-1', accessKeyId, secretAccessKey });
  const objects = objectsBelow(folder);
  for (const [key, file] of objects) await client.putObject(key, readFileSync(file), 'text/csv');
  return objects.size;
}
