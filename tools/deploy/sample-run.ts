import { spawn } from 'node:child_process';
import path from 'node:path';
import { applyExample, isApplied, markApplied, placeFlights, waitForSample } from '../local/sample.ts';

export interface SampleRun {
  /** Where the command line and the example lie. */
  checkout: string;
  /** The content of one file of this container's secrets. */
  keyOf: (name: string) => string;
  /** Folder that the example's files are shared by. */
  air: string;
}

const question = 'SELECT first_name, email, home_state FROM crm.public.passengers LIMIT 3';

/** First run: files in place, example applied, complete. Every run: one question by three people, and how long it took from the start. */
export async function runSample({ checkout, keyOf, air }: SampleRun): Promise<void> {
  const gateway = process.env['DATAOS_URL'] ?? '';
  if (!isApplied(air)) {
    placeFlights(air);
    await applyExample(checkout, '/tmp', {
      DATAOS_URL: gateway, DATAOS_APIKEY: keyOf('olivia'), CRM_HOST: 'postgres', CRM_PORT: '5432', CRM_DATABASE: 'crm', CRM_USER: 'crm',
      CRM_PASSWORD: keyOf('crm-password'), AIR_FILES: path.join(air, 'sample/flights'),
    });
    await waitForSample(gateway, keyOf('olivia'), (remark) => console.log(`… ${remark}`));
    markApplied(air);
  }
  console.log(`\n${question}\n`);
  const answers: string[] = [];
  for (const who of ['olivia', 'amir', 'otto']) {
    const { code, output } = await ask(checkout, keyOf(who));
    if (who === 'olivia') {
      if (code !== 0) throw new Error(`the first question was not answered:\n${output}`);
      answers.push(`first answer ${secondsSince(keyOf('up-since'))} s after \`up\``);
    }
    console.log(`as ${who}:\n${output}\n`);
  }
  console.log(welcome(answers[0] ?? ''));
}

const secondsSince = (time: string): string => ((Date.now() - Date.parse(time)) / 1000).toFixed(1);

/** The answer as a person reads it; a refusal is an answer too. */
function ask(checkout: string, apikey: string): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [path.join(checkout, 'apps/cli/dist/main.js'), 'query', question], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: '/tmp', NO_COLOR: '1', DATAOS_APIKEY: apikey },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, output: output.trimEnd() })));
}

function welcome(took: string): string {
  const port = (name: string, standard: string): string => process.env[name] ?? standard;
  return [
    `dataos is up (${took})`, '',
    `  Console     http://127.0.0.1:${port('DATAOS_PORT', '8080')}/`,
    `  Swagger UI  http://127.0.0.1:${port('DATAOS_PORT', '8080')}/docs`,
    `  Trino       http://127.0.0.1:${port('DATAOS_TRINO_PORT', '7432')}`, '',
    '  docker compose run --rm dataos keys                               the keys of olivia, amir and otto',
    `  AS=amir docker compose run --rm dataos query "SELECT …"            ask as one of them`, '',
  ].join('\n');
}
