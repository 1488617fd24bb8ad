/**
 * What containers run beside the services: `secrets`, `sample` and `bucket` on the way up, `keys` and any command of the command line
 * for people. `docker compose run --rm dataos help` tells.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from '../local/files.ts';
import { loadSecrets, sampleUsers } from '../local/secrets.ts';
import { fillBucket } from './bucket.ts';
import { runSample } from './sample-run.ts';
import { secretFiles } from './secret-files.ts';

const folder = '/secrets';
const checkout = path.resolve(import.meta.dirname, '../..');

/** Makes what is missing and keeps what is there; runs before everything else, so it also notes when `up` began. */
function makeSecrets(): void {
  const files = secretFiles(loadSecrets(path.join(folder, 'all/secrets.json')), { databaseHost: 'postgres', databasePort: 5432 });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    // The database server and the object store read their own as users of their images; what keeps others away is that they do not mount the folder.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeAtomically(file, content, /^(postgres|s3)\//.test(name) ? 0o444 : 0o400);
  }
  writeAtomically(path.join(folder, 'people/up-since'), new Date().toISOString());
  console.log(`${Object.keys(files).length} secrets are in place`);
}

const keyOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

function showKeys(): void {
  for (const { id, role } of sampleUsers) console.log(`export DATAOS_${role.toUpperCase()}_APIKEY='${keyOf(id)}'`);
}

/** The sample of the profile s3: objects into the bucket, and the manifests that make a depot of it. */
async function placeBucket(): Promise<number> {
  const { S3_ENDPOINT: endpoint = '', S3_BUCKET: bucket = '' } = process.env;
  const [accessKeyId, secretAccessKey] = [keyOf('s3-access-key'), keyOf('s3-secret-key')];
  console.log(`${await fillBucket({ endpoint, bucket, accessKeyId, secretAccessKey }, path.join(checkout, 'examples/s3/objects'))} objects are in the bucket ${bucket}`);
  return commandLine(['apply', '-f', path.join(checkout, 'examples/s3')], { S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey });
}

/** The command line as one of the sample's users: `AS` names who, olivia where nobody is named. */
function commandLine(args: readonly string[], variables: Record<string, string> = {}): Promise<number> {
  const who = process.env['AS'] ?? 'olivia';
  if (!sampleUsers.some(({ id }) => id === who)) throw new Error(`AS=${who}: there are ${sampleUsers.map(({ id }) => id).join(', ')}`);
  const child = spawn(process.execPath, [path.join(checkout, 'apps/cli/dist/main.js'), ...args], {
    stdio: 'inherit', env: { HOME: '/tmp', DATAOS_APIKEY: keyOf(who), ...process.env, ...variables },
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code ?? 1)));
}

async function main([command = 'help', ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'secrets': makeSecrets(); return 0;
    case 'sample': await runSample({ checkout, keyOf, air: '/air' }); return 0;
    case 'bucket': return placeBucket();
    case 'keys': showKeys(); return 0;
    default: return commandLine([command, ...rest]);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
