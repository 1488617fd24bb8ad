import { DomainError, PayloadTooLarge } from '@dataos/contracts-core';
import { ManifestSyntax, MAX_MANIFEST_BYTES } from '@dataos/contracts-poros';
import { LineCounter, parseAllDocuments } from 'yaml';

/** The documents of a request body: YAML text, one manifest, or a list. Faults of the text name line and column. */
export function documentsOf(body: unknown): unknown[] {
  const size = Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body));
  if (size > MAX_MANIFEST_BYTES) throw new DomainError(PayloadTooLarge, `Manifests may have ${MAX_MANIFEST_BYTES} bytes; these have ${size}.`);
  if (typeof body !== 'string') return Array.isArray(body) ? body : [body];
  const lines = new LineCounter();
  const documents = parseAllDocuments(body, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const values: unknown[] = [];
  for (const document of documents) {
    const error = document.errors[0];
    if (error !== undefined) throw syntaxFault(error.message, lines.linePos(error.pos[0]));
    try {
      // A few aliases may not grow into a manifest of gigabytes.
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      // JSON is YAML: a list of manifests may come as one document.
      if (value !== null && value !== undefined) values.push(...(Array.isArray(value) ? (value as unknown[]) : [value]));
    } catch (failure) {
      throw syntaxFault((failure as Error).message, lines.linePos(document.range?.[0] ?? 0));
    }
  }
  return values;
}

function syntaxFault(message: string, { line, col }: { line: number; col: number }): DomainError {
  const text = `line ${line}, column ${col}: ${message}`;
  return new DomainError(ManifestSyntax, text, { line, column: col, errors: [{ pointer: '', message: text }] });
}
