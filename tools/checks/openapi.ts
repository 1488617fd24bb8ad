import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printDocuments } from '../clients/documents.ts';
import { schemaFile, typesOf } from '../clients/generate.ts';
import { faultsOf } from './command.ts';

/** Every OpenAPI document, of each service and of all, passes the linter without a warning, and the TypeScript client is made from them. */
export async function openapi(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-openapi-'));
  try {
    const files = await printDocuments(folder);
    const stale = !existsSync(schemaFile) || readFileSync(schemaFile, 'utf8') !== await typesOf(files.at(-1) ?? '');
    return [...(stale ? ['clients/typescript/src/schema.ts is not what the contracts say: run node tools/clients/generate.ts'] : []), ...await faultsOf('node_modules/@redocly/cli/bin/cli.js', ['lint', '--config', 'tools/checks/redocly.yaml', '--format', 'stylish', '--max-problems', '60', ...files])];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
