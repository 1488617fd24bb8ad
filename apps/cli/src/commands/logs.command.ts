import { porosApi } from '@dataos/contracts-poros';
import type { Command } from 'commander';
import { UsageError } from '../output/failure.js';
import type { Context } from './context.js';
import { workspaceOf } from './resource.arguments.js';

/** `dataos logs <type> <name>`: text as the jobs wrote it. */
export function addLogs(program: Command, context: Context): void {
  program.command('logs')
    .description('show the log of a run, the newest unless told otherwise')
    .argument('<type>', 'such as workflow')
    .argument('<name>')
    .option('-w, --workspace <name>', 'workspace of the resource (public)')
    .option('--run <id>', 'an older run')
    .option('--job <name>', 'one job of the run')
    .action(async (type: string, name: string, options: { workspace?: string; run?: string; job?: string }) => {
      const ws = workspaceOf(type, options.workspace);
      if (ws === undefined) throw new UsageError(`A ${type} does not run, so it has no log.`);
      const { run, job } = options;
      const log = await (await context.session()).client(porosApi).getLog({ params: { ws, type, name }, query: { run, node: job } });
      context.show({ log }, () => (log === '' || log.endsWith('\n') ? log : `${log}\n`));
    });
}
