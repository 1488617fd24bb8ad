import type { Command } from 'commander';
import { UsageError } from '../output/failure.js';
import { originOf, whoIs } from '../session/session.js';
import { writeSettings } from '../session/settings.file.js';
import type { Context } from './context.js';

/** `dataos login`: proves the key before it is kept. */
export function addLogin(program: Command, context: Context): void {
  program.command('login')
    .description('keep the address of an installation and your API key')
    .option('--url <url>', 'address of the installation (or DATAOS_URL)')
    .option('--apikey <key>', 'your API key (or DATAOS_APIKEY, which keeps it out of the shell history)')
    .action(async (options: { url?: string; apikey?: string }) => {
      const url = options.url ?? context.environment.url;
      const apikey = options.apikey ?? context.environment.apikey;
      if (url === undefined) throw new UsageError('Give --url or set DATAOS_URL.');
      if (apikey === undefined) throw new UsageError('Give --apikey or set DATAOS_APIKEY.');
      const origin = originOf(url);
      const user = await whoIs(origin, apikey);
      await writeSettings(context.environment.configFile, { url: origin, apikey, user });
      context.say(`Logged in to ${origin} as ${user}; kept in ${context.environment.configFile}.`);
    });
}
