import { describe, expect, it } from '@jest/globals';
import { isDone, shellCommands } from './commands.ts';

const block = (...lines: string[]): string => ['Some text', '', '```sh', ...lines, '```', ''].join('\n');
const texts = (markdown: string): string[] => shellCommands(markdown).map(({ text }) => text);

describe('the commands of a document', () => {
  it('are the lines of its sh blocks, with their place', () => {
    expect(shellCommands(`${block('ls', '', '# a remark', 'pwd')}\`\`\`text\nno command\n\`\`\`\n`)).toEqual([{ text: 'ls', line: 4, exits: 0 }, { text: 'pwd', line: 7, exits: 0 }]);
  });
  it('go on over lines', () => {
    expect(texts(block('curl \\', '  -s x', 'query "SELECT 1', 'FROM t"', 'a |', '  b', 'c'))).toEqual(['curl \\\n  -s x', 'query "SELECT 1\nFROM t"', 'a |\n  b', 'c']);
  });
  it('may be in a list', () => expect(texts('1. first\n\n   ```sh\n   ls\n   ```\n')).toEqual(['ls']));
  it('say how they end when it is not well', () => expect(shellCommands(block('ls nothing  # exits 2', "echo '# exits 3'  # fine"))).toMatchObject([{ exits: 2 }, { exits: 0 }]));
  it('have quotes within comments and quotes', () => expect(texts(block(`echo "it's" # it's`, `echo 'say "x'`, 'ls'))).toHaveLength(3));
  it('must end', () => expect(() => shellCommands(block('echo "x'))).toThrow('line 4 never ends'));
  it.each(['npm start', 'npm start -- --empty', 'npm test', 'git clone https://example.org/x', 'cd x', 'npm run check'])('%s is done already', (text) => expect(shellCommands(block(text)).every(isDone)).toBe(true));
  it.each(['npm run -s dataos -- health', '. .dataos/dev.env', 'npm startle'])('%s is to be run', (text) => expect(shellCommands(block(text)).some(isDone)).toBe(false));
});
