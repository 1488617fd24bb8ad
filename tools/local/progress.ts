const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const green = (text: string): string => paint(32, text);
export const red = (text: string): string => paint(31, text);
export const dim = (text: string): string => paint(2, text);
export const bold = (text: string): string => paint(1, text);

/** Writes one line to the person in front of the terminal. */
export const say = (line = ''): void => { process.stdout.write(`${line}\n`); };

export const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Does one step and says so in one line with the time it took; the work may answer a remark for that line. */
export async function step<T>(title: string, work: () => T | Promise<T>, remark?: (result: T) => string): Promise<T> {
  const started = Date.now();
  try {
    const result = await work();
    const more = remark?.(result);
    say(`${green('✓')} ${title.padEnd(34)} ${dim(seconds(started).padStart(7))}${more ? `  ${more}` : ''}`);
    return result;
  } catch (error) {
    say(`${red('✗')} ${title.padEnd(34)} ${dim(seconds(started).padStart(7))}`);
    throw error;
  }
}
