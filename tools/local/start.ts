/** `npm start`: the whole platform on this machine, supervised until Ctrl-C. */
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../build/build-all.ts';
import { parseArguments, usage, UsageError } from './arguments.ts';
import { banner } from './banner.ts';
import { confirmReset, resetState } from './reset.ts';
import { Platform } from './platform.ts';
import { takeLock } from './lock.ts';
import { bold, dim, green, red, say, seconds, step } from './progress.ts';

const checkout = realpathSync(path.resolve(import.meta.dirname, '../..'));
/** State of this installation; another folder lets several run from one checkout. */
const folder = path.resolve(process.env['DATAOS_STATE_DIR'] ?? path.join(checkout, '.dataos'));

async function prepare(): Promise<ReturnType<typeof parseArguments> | undefined> {
  const args = parseArguments(process.argv.slice(2));
  if (args.help) {
    say(usage);
    return undefined;
  }
  if (args.reset && !(await confirmReset(folder, args.yes))) {
    say('Nothing was deleted.');
    return undefined;
  }
  return args;
}

// One Ctrl-C reaches this process twice: from the terminal and passed on by npm.
const sameKeyPress = 1000;

/** Ctrl-C drains; a second one does not wait. */
function stopOnSignal(platform: Platform): void {
  let asked: number | undefined;
  const ask = (): void => {
    if (asked !== undefined) {
      if (Date.now() - asked < sameKeyPress) return;
      platform.kill();
      process.exit(130);
    }
    asked = Date.now();
    say(`\n${dim('stopping … (Ctrl-C again ends everything at once)')}`);
    const started = Date.now();
    void platform.stop().then(
      () => { say(`${green('✓')} stopped (${seconds(started)})`); process.exit(0); },
      (error: Error) => { say(`${red('✗')} ${error.message}`); process.exit(1); },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
}

async function main(): Promise<void> {
  const args = await prepare();
  if (args === undefined) return;
  const started = Date.now();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  let release = takeLock(path.join(folder, 'run/lock'));
  process.on('exit', () => release());
  if (args.reset) {
    resetState(folder);
    release = takeLock(path.join(folder, 'run/lock'));
    say(`${green('✓')} state deleted`);
  }
  const platform = new Platform(checkout, folder, args.portBase);
  stopOnSignal(platform);
  try {
    await platform.checkPorts();
    await step('build', buildAll, ({ projects, reused }) => dim(`${projects - reused} of ${projects} projects`));
    await platform.start();
    if (!args.empty) await platform.loadSample();
  } catch (error) {
    if (platform.stopping) return;
    await platform.stop();
    throw error;
  }
  say(`\n${bold('dataos is up')} ${dim(`(${seconds(started)})`)}`);
  say(banner(platform));
}

try {
  await main();
} catch (error) {
  say(`\n${red((error as Error).message)}`);
  if (error instanceof UsageError) say(`\n${usage}`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
