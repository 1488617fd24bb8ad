import { heimdallApi } from '@dataos/contracts-heimdall';
import type { Command } from 'commander';
import { table } from '../output/table.js';
import type { Context } from './context.js';

/** `dataos users`: who exists and which roles they have. */
export function addUsers(program: Command, context: Context): void {
  program.command('users').description('list the users and their tags').action(async () => {
    const session = await context.session();
    const users = await session.client(heimdallApi).listUsers({ query: {} });
    context.show(users, (options) => table(
      ['ID', 'NAME', 'TYPE', 'EMAIL', 'TAGS'],
      users.map(({ id, name, type, email, tags }) => [id, name, type, email, tags.join(', ')]),
      options,
    ));
  });
}
