import { removePlatform, startPlatform, type TestPlatform } from '@dataos/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read } from '../checks/repository.ts';
import { isDone, shellCommands } from './commands.ts';
import { Desk, type Outcome } from './desk.ts';

const all = shellCommands(read('README.md'));
const commands = all.filter((command) => !isDone(command));

/** Whoever types what the README says gets what it says: every command, as written, in one terminal, while `npm start` runs. */
describe('the commands of README.md', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let outcomes: Outcome[];
  beforeAll(async () => {
    platform = await startPlatform();
    desk = new Desk(platform.folder);
    outcomes = await desk.run(commands);
  }, 420_000);
  afterAll(async () => {
    desk?.remove();
    await platform?.stop();
    if (platform !== undefined) await removePlatform(platform.folder);
  }, 60_000);

  it('begin with npm start and name npm test', () => {
    const texts = all.map(({ text }) => text);
    expect([texts.some((text) => text.startsWith('npm start')), texts.some((text) => text.startsWith('npm test'))]).toEqual([true, true]);
    expect(commands.length).toBeGreaterThan(0);
  });

  it.each(commands.map((command, index) => ({ ...command, index })))('line $line: $text', ({ index, text, exits }) => {
    const { code, output } = outcomes[index] ?? {};
    expect({ text, code, output }).toEqual({ text, code: exits, output });
  });
});
