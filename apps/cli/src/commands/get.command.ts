import { isWorkspaceType, porosApi, type Resource, RESOURCE_TYPES } from '@dataos/contracts-poros';
import type { Command } from 'commander';
import { cellText, table } from '../output/table.js';
import type { Session } from '../session/session.js';
import type { Context } from './context.js';
import { knownType, workspaceOf } from './resource.arguments.js';

/** The table of `get`; what is broken is followed by its reason. */
export function resourceTable(resources: readonly Resource[], options: { colour?: boolean } = {}): string {
  const rows = resources.map(({ name, version, type, workspace, status, owner }) =>
    [name, version, type, workspace, status.aggregateStatus, status.runtimeState.status, owner]);
  const broken = resources.filter(({ status }) => status.aggregateStatus === 'error' && status.builderState.info !== '');
  const reasons = broken.map(({ id, status }) => `${cellText(id)}: ${cellText(status.builderState.info)}\n`);
  return table(['NAME', 'VERSION', 'TYPE', 'WORKSPACE', 'STATUS', 'RUNTIME', 'OWNER'], rows, options) + (reasons.length === 0 ? '' : `\n${reasons.join('')}`);
}

async function list(session: Session, type: string | undefined, workspace: string | undefined): Promise<Resource[]> {
  const client = session.client(porosApi);
  if (type !== undefined) {
    const ws = workspace === undefined ? undefined : workspaceOf(type, workspace);
    return ws === undefined ? client.listResources({ params: { type: knownType(type) } }) : client.listWorkspaceResources({ params: { ws, type } });
  }
  const types = RESOURCE_TYPES.filter((each) => workspace === undefined || isWorkspaceType(each));
  return (await Promise.all(types.map((each) => list(session, each, workspace)))).flat();
}

async function one(session: Session, type: string, name: string, given: string | undefined): Promise<Resource> {
  const ws = workspaceOf(type, given);
  const client = session.client(porosApi);
  return ws === undefined ? client.getResource({ params: { type, name } }) : client.getWorkspaceResource({ params: { ws, type, name } });
}

/** `dataos get [type] [name]`. */
export function addGet(program: Command, context: Context): void {
  program.command('get')
    .description('show resources and how they are')
    .argument('[type]', 'such as depot or workflow; all when left out')
    .argument('[name]')
    .option('-w, --workspace <name>', 'workspace (of one resource: public; of a list: all)')
    .action(async (type: string | undefined, name: string | undefined, options: { workspace?: string }) => {
      const session = await context.session();
      if (type !== undefined && name !== undefined) {
        const resource = await one(session, type, name, options.workspace);
        return context.show(resource, ({ colour }) => resourceTable([resource], { colour }));
      }
      const resources = await list(session, type, options.workspace);
      return context.show(resources, ({ colour }) => resourceTable(resources, { colour }));
    });
}
