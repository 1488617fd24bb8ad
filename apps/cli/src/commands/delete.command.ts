import { porosApi } from '@dataos/contracts-poros';
import type { Command } from 'commander';
import type { Context } from './context.js';
import { workspaceOf } from './resource.arguments.js';

/** `dataos delete <type> <name>`. */
export function addDelete(program: Command, context: Context): void {
  program.command('delete')
    .description('delete a resource; refused while others need it')
    .argument('<type>')
    .argument('<name>')
    .option('-w, --workspace <name>', 'workspace of the resource (public)')
    .option('--force', 'even if others need it')
    .action(async (type: string, name: string, options: { workspace?: string; force?: boolean }) => {
      const ws = workspaceOf(type, options.workspace);
      const client = (await context.session()).client(porosApi);
      const query = options.force === true ? { force: 'true' as const } : {};
      const resource = ws === undefined
        ? await client.deleteResource({ params: { type, name }, query })
        : await client.deleteWorkspaceResource({ params: { ws, type, name }, query });
      context.show(resource, () => `${resource.id} is being deleted.\n`);
    });
}
