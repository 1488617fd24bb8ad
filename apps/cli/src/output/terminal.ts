/** Where the program writes. `colour` is for people only: never set when the output goes to a file or a pipe. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: { readonly out: boolean; readonly err: boolean };
}

/** The terminal of this process; Node knows `NO_COLOR` and what the terminal can show. */
export function processTerminal(): Terminal {
  const coloured = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && stream.hasColors();
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: { out: coloured(process.stdout), err: coloured(process.stderr) },
  };
}
