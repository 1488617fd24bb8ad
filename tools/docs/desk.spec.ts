import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shellCommands } from './commands.ts';
import { Desk } from './desk.ts';

let state: string;
let desk: Desk;
beforeEach(() => {
  state = mkdtempSync(path.join(tmpdir(), 'desk-state-'));
  writeFileSync(path.join(state, 'dev.env'), "export DATAOS_URL='http://here'\n");
  desk = new Desk(state);
});
afterEach(() => {
  desk.remove();
  rmSync(state, { recursive: true, force: true });
});
const run = (...lines: string[]) => desk.run(shellCommands(['```sh', ...lines, '```'].join('\n')));

describe('a reader\'s terminal', () => {
  it('keeps what a command sets for those after it', async () => {
    expect(await run('. .dataos/dev.env', 'echo "$DATAOS_URL"')).toEqual([{ code: 0, output: '' }, { code: 0, output: 'http://here\n' }]);
  });
  it('goes on after a command that fails, and tells how it ended', async () => {
    expect((await run('sh -c "echo no; exit 3" # exits 3', 'true')).map(({ code, output }) => [code, output])).toEqual([[3, 'no\n'], [0, '']]);
  });
  it('stands in the checkout, whose programs run as if called there', async () => {
    expect(await run('test -f package.json', 'node tools/run/with-node24.mjs tools/nothing.mjs')).toEqual([{ code: 0, output: '' }, { code: 1, output: 'tools/nothing.mjs does not exist.\n' }]);
  });
  it('says what the shell could not read', async () => {
    const [outcome] = await run('if then fi');
    expect([outcome?.code, outcome?.output]).toEqual([undefined, expect.stringMatching(/syntax error/i)]);
  });
});
