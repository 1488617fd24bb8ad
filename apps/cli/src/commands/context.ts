import type { Environment } from '../environment.js';
import { type OutputFormat, render } from '../output/render.js';
import type { Terminal } from '../output/terminal.js';
import { Session } from '../session/session.js';

/** What every command gets. */
export class Context {
  constructor(readonly environment: Environment, readonly terminal: Terminal, private readonly format: () => OutputFormat) {}

  session(): Promise<Session> {
    return Session.open(this.environment);
  }

  /** Shows a value in the format the caller chose. */
  show(value: unknown, asTable: (options: { colour: boolean }) => string): void {
    this.terminal.out(render(this.format(), value, () => asTable({ colour: this.terminal.colour.out })));
  }

  say(line: string): void {
    this.terminal.out(`${line}\n`);
  }
}
