/** `npm run kube -- network | secrets`: what of k8s/ is derived rather than written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { runNx } from '../build/nx.ts';
import { loadSecrets } from '../local/secrets.ts';
import { serviceNames } from '../local/services.ts';
import { networkPolicy } from './network-policies.ts';
import { newSealingKey, secretManifests } from './secrets.ts';

const usage = `usage: npm run -s kube -- COMMAND
  network   writes k8s/base/*/network-policy.yaml from the calls that heimdall's policies allow
  secrets   prints the Secrets of an installation; made once and kept in \${DATAOS_STATE_DIR:-.dataos}/kube (keep that folder safe)
            DATAOS_POSTGRES and DATAOS_KAFKA say where the stores are (postgres:5432, kafka:9092)`;

async function network(): Promise<void> {
  // The contracts are read as they are built; only this command needs them.
  const { code, output } = await runNx(['run-many', '-t', 'build', '-p', 'contracts-*', '--output-style=static']);
  if (code !== 0) throw new Error(`The contracts cannot be built.\n${output}`);
  const { callsAllowed, policyFile } = await import('./platform.ts');
  const calls = await callsAllowed();
  for (const service of serviceNames) writeFileSync(policyFile(service), networkPolicy(service, calls));
  console.error(`${calls.length} calls allowed, ${serviceNames.length} policies written`);
}

function sealingKey(folder: string): Buffer {
  const file = path.join(folder, 'secrets.key');
  if (!existsSync(file)) writeFileSync(file, newSealingKey(), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}

function secrets(): void {
  const folder = path.resolve(process.env['DATAOS_STATE_DIR'] ?? '.dataos', 'kube');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = loadSecrets(path.join(folder, 'secrets.json'));
  const manifests = secretManifests({
    known, sealingKey: sealingKey(folder), postgres: process.env['DATAOS_POSTGRES'] ?? 'postgres:5432', kafka: process.env['DATAOS_KAFKA'] ?? 'kafka:9092',
  });
  process.stdout.write(manifests.map((manifest) => `---\n${stringify(manifest)}`).join(''));
}

const commands: Record<string, () => Promise<void> | void> = { network, secrets };
const command = commands[process.argv[2] ?? ''];
if (command === undefined || process.argv.length > 3) {
  console.error(usage);
  process.exitCode = 2;
} else await command();
