/** Writes the types of the TypeScript client: `node tools/clients/generate.ts`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { printDocuments } from './documents.ts';

/** Where the generated types lie. */
export const schemaFile = path.resolve(import.meta.dirname, '../../clients/typescript/src/schema.ts');
const head = '// Generated from the contracts by tools/clients/generate.ts; not edited by hand.\n';

/** The types of every path and schema in the document of all services. */
export async function typesOf(document: string): Promise<string> {
  return head + astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8')) as never, { emptyObjectsUnknown: true }));
}

if (process.argv[1] === import.meta.filename) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dataos-client-'));
  const files = await printDocuments(folder);
  writeFileSync(schemaFile, await typesOf(files.at(-1) ?? ''));
  rmSync(folder, { recursive: true });
}
