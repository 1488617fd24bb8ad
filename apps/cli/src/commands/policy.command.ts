import { Conflict, DomainError } from '@dataos/contracts-core';
import { ExpectationBroken, heimdallApi, type PolicyDraft, type ReplayReport } from '@dataos/contracts-heimdall';
import type { Command } from 'commander';
import { collectDocuments, type ManifestDocument } from '../manifests/documents.js';
import { table } from '../output/table.js';
import type { Context } from './context.js';

interface TestOptions { file: string[]; recursive?: boolean; delete?: string[]; since?: string; limit?: string }

/** The policies among manifests, as a draft of the policy set. */
export function draftOf(documents: readonly Pick<ManifestDocument, 'content'>[], gone: readonly string[] = []): PolicyDraft {
  const put = documents.flatMap(({ content: { description, layer, name, owner, policy, type } }) =>
    (type === 'policy' ? [[String(name), { layer: layer ?? 'user', policy, ...(description ? { description } : {}), ...(owner ? { owner } : {}) }]] : []));
  return { put: Object.fromEntries(put) as PolicyDraft['put'], delete: [...gone] };
}

/** What would change, one line for each question that would be answered otherwise. */
export function changesTable(report: ReplayReport, options: { colour: boolean }): string {
  const word = (allow: boolean): string => (allow ? 'allowed' : 'refused');
  const rows = report.changes.map(({ after, before, columns, object, predicate, rows: filtered, subject }) => [
    subject, predicate, object, before.allow === after.allow ? word(after.allow) : `${word(before.allow)} → ${word(after.allow)}`,
    [...columns.map((column) => `${column}: ${before.masks[column] ?? 'clear'} → ${after.masks[column] ?? 'clear'}`), ...(filtered ? ['other rows'] : [])].join(', '),
  ]);
  const summary = `${report.questions} recorded questions asked again, ${report.changes.length} answered otherwise, ${report.skipped} skipped.\n`;
  return rows.length === 0 ? summary : `${table(['WHO', 'ACTION', 'OBJECT', 'ACCESS', 'COLUMNS'], rows, options)}${summary}`;
}

/** `dataos policy test` and `dataos policy verify`. */
export function addPolicy(program: Command, context: Context): void {
  const policy = program.command('policy').description('try policies before they count, and prove the log of decisions');
  policy.command('test')
    .description('ask recorded decisions again as if these policies were in force, and check what manifests expect')
    .requiredOption('-f, --file <path...>', 'files or directories with policy manifests')
    .option('-R, --recursive', 'also the directories below')
    .option('-d, --delete <name...>', 'policies to leave out')
    .option('--since <time>', 'only decisions since then (ISO 8601)')
    .option('--limit <count>', 'at most so many of the newest decisions', '5000')
    .action(async ({ delete: gone, file, limit, recursive, since }: TestOptions) => {
      const documents = await collectDocuments(file, { recursive: recursive ?? false, variables: context.environment.variables });
      const session = await context.session();
      const report = await session.client(heimdallApi).replayPolicies({ body: { ...draftOf(documents, gone), limit: Number(limit), ...(since === undefined ? {} : { since }) } });
      for (const { message, pointer, policy: name } of report.hints) context.terminal.err(`Warning: ${name}${pointer}  ${message}\n`);
      context.show(report, (options) => changesTable(report, options));
      const first = report.broken[0];
      if (first) throw new DomainError(ExpectationBroken, `${first.policy} expects that ${first.expectation}, but it would be ${first.got}.`, { broken: report.broken });
    });
  policy.command('verify')
    .description('go through the log of decisions and tell whether it is what was written')
    .option('--head <hash>', 'a hash told earlier, which must still be part of the log')
    .action(async ({ head }: { head?: string }) => {
      const session = await context.session();
      const report = await session.client(heimdallApi).verifyAudit({ query: head === undefined ? {} : { head } });
      context.show(report, () => `${report.checked} records and ${report.checkpoints} signed checkpoints ${report.ok ? 'hold' : 'were read'}; ${report.unsealed} are not linked yet.\nHead: ${report.head}\n`);
      if (report.fault) throw new DomainError(Conflict, `The log is not what was written, from record ${report.fault.position} on: ${report.fault.reason}.`);
    });
}
