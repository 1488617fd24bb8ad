import { DomainError, type FieldFault } from '@dataos/contracts-core';
import { porosApi, WORKSPACE_DEFAULT } from '@dataos/contracts-poros';
import type { Command } from 'commander';
import { collectDocuments, type ManifestDocument } from '../manifests/documents.js';
import { table } from '../output/table.js';
import type { Context } from './context.js';

interface ApplyOptions { file: string[]; recursive?: boolean; workspace?: string; lint?: boolean; disableInterpolation?: boolean }

/** `/2/depot/type` tells of the third document: says in which file and line that one begins. */
export function locate({ pointer, message }: FieldFault, documents: readonly ManifestDocument[]): FieldFault {
  const [, index, rest] = /^\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
  const document = documents[Number(index)];
  return document === undefined ? { pointer, message } : { pointer: `${document.file}:${document.line} ${rest ?? '/'}`, message };
}

/** The same failure, its pointers leading into the files of the caller. */
export function locateFailure(error: unknown, documents: readonly ManifestDocument[]): unknown {
  const errors = DomainError.is(error) ? (error.extra as { errors?: unknown } | undefined)?.errors : undefined;
  if (!DomainError.is(error) || !Array.isArray(errors)) return error;
  return new DomainError(error.definition, error.detail, { ...(error.extra as object), errors: (errors as FieldFault[]).map((fault) => locate(fault, documents)) });
}

/** `dataos apply -f`: reads and completes manifests here, has them checked and stored there. */
export function addApply(program: Command, context: Context): void {
  program.command('apply')
    .description('create or update what manifests declare')
    .requiredOption('-f, --file <path...>', 'files or directories with manifests')
    .option('-R, --recursive', 'also the directories below')
    .option('-w, --workspace <name>', 'workspace of manifests that name none')
    .option('-l, --lint', 'only check them')
    .option('--disable-interpolation', 'leave ${NAME} as it stands')
    .action(async ({ file, recursive, workspace, lint, disableInterpolation }: ApplyOptions) => {
      const documents = await collectDocuments(file, {
        recursive: recursive ?? false, ...(disableInterpolation === true ? {} : { variables: context.environment.variables }),
      });
      const client = (await context.session()).client(porosApi);
      const body = documents.map(({ content }) => content);
      const json = { headers: { 'content-type': 'application/json' } };
      const sent = lint === true
        ? client.validate({ params: { ws: workspace ?? WORKSPACE_DEFAULT }, body }, json)
        : client.apply({ query: workspace === undefined ? {} : { workspace }, body }, json);
      const answer = await sent.catch((error: unknown) => { throw locateFailure(error, documents); });
      const warnings = answer.results.flatMap((result) => result.warnings).map((warning) => locate(warning, documents));
      for (const { pointer, message } of warnings) context.terminal.err(`Warning: ${pointer}  ${message}\n`);
      context.show(answer, (options) => table(['RESOURCE', 'OUTCOME', 'GENERATION'], answer.results.map(({ id, outcome, generation }) => [id, outcome, generation]), options));
    });
}
