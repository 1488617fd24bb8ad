/** The commands of a Markdown text, as a reader would type them. Pure. */

export interface Command { readonly text: string; readonly line: number; readonly exits: number }

/** What a reader has done already when the rest is tried: got the code, started the platform, run the tests. */
const done = /^(npm (start|test|t|ci|install|run (-s )?check)\b|git clone\b|cd\b)/;

/** Whether a test would only repeat what it stands on. */
export const isDone = ({ text }: Command): boolean => done.test(text);

/** A quote that is still open at the end of `text`, or a line that says it goes on. */
function isOpen(text: string): boolean {
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote === undefined && (char === '"' || char === "'")) quote = char;
    else if (quote === undefined && char === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    else if (char === quote) quote = undefined;
  }
  return quote !== undefined || /(^|[^\\])\\$/.test(text) || /(&&|\|\||\|)\s*$/.test(text);
}

function commandsOf(lines: readonly string[], first: number): Command[] {
  const commands: Command[] = [];
  let text = '';
  let begun = first;
  for (const [index, line] of lines.entries()) {
    if (text === '' && (line.trim() === '' || line.trim().startsWith('#'))) continue;
    if (text === '') begun = first + index;
    text = text === '' ? line : `${text}\n${line}`;
    if (isOpen(text)) continue;
    commands.push({ text: text.trim(), line: begun, exits: Number(/#\s*exits (\d+)\s*$/.exec(text)?.[1] ?? 0) });
    text = '';
  }
  if (text !== '') throw new Error(`The command of line ${begun} never ends: ${text}`);
  return commands;
}

/** All commands of the ```sh blocks, in order; a block may be indented, as in a list. */
export function shellCommands(markdown: string): Command[] {
  const commands: Command[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^(\s*)(```+)\s*(\S*)/.exec(lines[at] ?? '');
    if (fence === null) continue;
    const [, indent = '', ticks = '', language = ''] = fence;
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    if (end === -1) throw new Error(`The block of line ${at + 1} never ends.`);
    const block = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    if (language === 'sh') commands.push(...commandsOf(block, at + 2));
    at = end;
  }
  return commands;
}
