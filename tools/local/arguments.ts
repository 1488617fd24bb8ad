export interface StartArguments { empty: boolean; reset: boolean; yes: boolean; help: boolean; portBase: number | undefined }

export const usage = `npm start -- [--empty] [--reset [--yes]] [--port-base N]

  --empty        start without the sample examples/air
  --reset        delete this checkout's state (databases, keys, logs) first; asks before it does
  --yes          do not ask
  --port-base N  gateway on N, services on N+1…N+7, PostgreSQL on N+10, Trino on N+11
  --help         this text

  KAFKA_BROKERS=host:port,… in the environment sends the events over Kafka; other KAFKA_* settings (TLS, SASL) are passed on.`;

export class UsageError extends Error {}

const flags = new Set(['--empty', '--reset', '--yes', '--help']);
const highestBase = 65_535 - 11;

function portBaseOf(text: string | undefined): number {
  const base = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || base < 1024 || base > highestBase) {
    throw new UsageError(`--port-base takes a number from 1024 to ${highestBase}${text === undefined ? '' : `, not "${text}"`}.`);
  }
  return base;
}

/** Reads the command line; everything it does not know is an error, so that a typing mistake never starts the wrong thing. */
export function parseArguments(args: readonly string[]): StartArguments {
  const parsed: StartArguments = { empty: false, reset: false, yes: false, help: false, portBase: undefined };
  const rest = args.flatMap((arg) => (arg.startsWith('--port-base=') ? ['--port-base', arg.slice('--port-base='.length)] : [arg]));
  for (let at = 0; at < rest.length; at += 1) {
    const arg = rest[at] ?? '';
    if (arg === '--port-base') {
      parsed.portBase = portBaseOf(rest[at + 1]);
      at += 1;
    } else if (flags.has(arg)) {
      parsed[arg.slice(2) as 'empty' | 'reset' | 'yes' | 'help'] = true;
    } else {
      throw new UsageError(`"${arg}" is not an option of npm start.`);
    }
  }
  if (parsed.yes && !parsed.reset) throw new UsageError('--yes only goes with --reset.');
  return parsed;
}
