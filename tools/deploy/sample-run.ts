import { dataos } from '../local/command-line.ts';
import { applyExample, exampleVariables, isApplied, markApplied, placeFlights, waitForSample } from '../local/sample.ts';

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
    await applyExample(checkout, '/tmp', { DATAOS_URL: gateway, DATAOS_APIKEY: keyOf('olivia'), ...exampleVariables('postgres', 5432, keyOf('crm-password'), air) });
    await waitForSample(gateway, keyOf('olivia'), (remark) => console.log(`… ${remark}`));
    markApplied(air);
  }
  console.log(`\n${question}\n`);
  let took = '';
  for (const who of ['olivia', 'amir', 'otto']) {
    // As a person reads it; a refusal is an answer too.
    const { code, output } = await dataos(checkout, ['query', question], { ...process.env, HOME: '/tmp', DATAOS_APIKEY: keyOf(who) });
    if (who === 'olivia') {
      if (code !== 0) throw new Error(`the first question was not answered:\n${output}`);
      took = `first answer ${secondsSince(keyOf('up-since'))} s after \`up\``;
    }
    console.log(`as ${who}:\n${output}\n`);
  }
  console.log(welcome(took));
}

const secondsSince = (time: string): string => ((Date.now() - Date.parse(time)) / 1000).toFixed(1);

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
