import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printDocuments } from '../clients/documents.ts';
import { faultsOf } from './command.ts';

/** Every OpenAPI document, of each service and of all, passes the linter without a warning. */
export async function openapi(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-openapi-'));
  try {
    const files = await printDocuments(folder);
    return await faultsOf('node_modules/@redocly/cli/bin/cli.js', ['lint', '--config', 'tools/checks/redocly.yaml', '--format', 'stylish', '--max-problems', '60', ...files]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
