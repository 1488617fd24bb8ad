/**
 * Runs a script of this repository under the pinned Node 24, installing dependencies first when that is needed;
 * with `--omit=dev` only what building and running need.
 * Plain JavaScript on built-ins only: it must start on any Node >= 20 and before `npm ci` has ever run.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const say = (line) => process.stderr.write(`${line}\n`);

/** Jest loads ESM-only dependencies from Node 24.9 on; everything else needs type stripping (24.0). */
export function isRecentEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 9);
}

/**
 * The npm command that makes the dependencies fit the lock file, or undefined where they do. What tests and checks need beside
 * is added to what is there, not installed anew: a platform may be running from these files.
 */
export function installCommand(folder, { omitDev }) {
  const marker = path.join(folder, 'node_modules/.package-lock.json');
  const installed = existsSync(marker);
  const hasDev = installed && readFileSync(marker, 'utf8').includes('"dev": true');
  if (!installed || statSync(path.join(folder, 'package-lock.json')).mtimeMs > statSync(marker).mtimeMs + 1000) {
    return omitDev && !hasDev ? ['ci', '--omit=dev'] : ['ci', '--include=dev'];
  }
  return omitDev || hasDev ? undefined : ['install', '--no-save', '--include=dev'];
}

/** `tools/x.mjs` names the entry; the file itself is TypeScript where no `.mjs` exists. */
export function scriptPath(name, folder) {
  const file = path.resolve(folder, name);
  const typescript = file.replace(/\.m?js$/, '.ts');
  return !existsSync(file) && existsSync(typescript) ? typescript : file;
}

function pinnedNode() {
  const file = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  return existsSync(file) ? file : undefined;
}

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    // A terminal sends Ctrl-C to the child as well; swallowing it here leaves the child time to drain.
    const onInterrupt = () => { if (!process.stdin.isTTY) forward('SIGINT'); };
    const onTerminate = () => forward('SIGTERM');
    const onHangUp = () => forward('SIGHUP');
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate).on('SIGHUP', onHangUp);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate).off('SIGHUP', onHangUp);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

async function install(wanted) {
  const command = installCommand(root, wanted);
  if (command === undefined) return;
  const started = Date.now();
  say(`· installing dependencies (npm ${command.join(' ')}), this happens once …`);
  const args = [...command, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : await run('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (code !== 0) {
    say('Installing the dependencies failed; the lines above are npm\'s. Is the registry (or a warm cache) within reach?');
    process.exit(code);
  }
  say(`✓ dependencies installed (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

async function main(words) {
  const omitDev = words[0] === '--omit=dev';
  const [name, ...rest] = omitDev ? words.slice(1) : words;
  if (name === undefined) {
    say('usage: node tools/run/with-node24.mjs [--omit=dev] SCRIPT [ARGUMENT…]');
    process.exit(2);
  }
  await install({ omitDev });
  const node = isRecentEnough(process.version) ? process.execPath : pinnedNode();
  if (node === undefined) {
    say(`Node 24.9 or newer is needed; this is ${process.version}, and npm has no pinned build for ${process.platform}-${process.arch}.`);
    say('Install Node 24 (https://nodejs.org/en/download) and run the same command again.');
    process.exit(1);
  }
  const script = scriptPath(name, root);
  if (!existsSync(script)) {
    say(name.includes('/dist/')
      ? `${name} does not exist yet: run \`npm run build\` (or \`npm start\`) first.`
      : `${name} does not exist.`);
    process.exit(1);
  }
  const flags = script.endsWith('.ts') ? ['--disable-warning=ExperimentalWarning'] : [];
  process.exit(await run(node, [...flags, script, ...rest]));
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) await main(process.argv.slice(2));
