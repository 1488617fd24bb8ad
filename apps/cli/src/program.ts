import { Command, CommanderError, Option } from 'commander';
import { addApply } from './commands/apply.command.js';
import { Context } from './commands/context.js';
import { addDelete } from './commands/delete.command.js';
import { addEvents } from './commands/events.command.js';
import { addGet } from './commands/get.command.js';
import { addHealth } from './commands/health.command.js';
import { addLogin } from './commands/login.command.js';
import { addLogs } from './commands/logs.command.js';
import { addPolicy } from './commands/policy.command.js';
import { addQuery } from './commands/query.command.js';
import { addUsers } from './commands/users.command.js';
import { addWhy } from './commands/why.command.js';
import type { Environment } from './environment.js';
import { paint } from './output/colour.js';
import { describeFailure, exitCodeOf } from './output/failure.js';
import { type OutputFormat, outputFormats } from './output/render.js';
import type { Terminal } from './output/terminal.js';

/** Runs one command line. 0: done; 1: refused or failed; 2: the command line itself is wrong. */
export async function run(args: readonly string[], environment: Environment, terminal: Terminal): Promise<number> {
  const program = buildProgram(environment, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { debug } = program.opts<{ debug?: boolean }>();
    terminal.err(`${paint('Error:', 'red', terminal.colour.err)} ${describeFailure(error, debug)}`);
    return exitCodeOf(error);
  }
}

function buildProgram(environment: Environment, terminal: Terminal): Command {
  const program = new Command('dataos')
    .description('Declare resources, ask for data, and learn why it was allowed or refused.')
    .addOption(new Option('-o, --output <format>', 'how to show answers').choices(outputFormats).default('table'))
    .option('--debug', 'tell everything that is known about a failure')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('(run with --help for all options)')
    .addHelpText('after', '\nEnvironment: DATAOS_URL, DATAOS_APIKEY, DATAOS_TRINO_URL, DATAOS_CONFIG.\nExit codes: 0 done, 1 refused or failed, 2 wrong usage.');
  const context = new Context(environment, terminal, () => program.opts<{ output: OutputFormat }>().output);
  for (const add of [addLogin, addApply, addGet, addDelete, addLogs, addQuery, addPolicy, addWhy, addUsers, addHealth, addEvents]) add(program, context);
  return program;
}
