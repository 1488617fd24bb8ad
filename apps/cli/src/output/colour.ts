import { styleText } from 'node:util';

export type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold';

/** Colours a text, or leaves it as it is where nobody would see the colour. */
export const paint = (text: string, colour: Colour, enabled: boolean): string =>
  enabled ? styleText(colour, text, { validateStream: false }) : text;

const colours: Readonly<Record<string, Colour>> = {
  active: 'green', ready: 'green', succeeded: 'green', yes: 'green',
  error: 'red', failed: 'red', down: 'red', 'not-ready': 'red', aborted: 'red', no: 'red',
  pending: 'yellow', running: 'yellow', unknown: 'yellow', deleted: 'dim',
};

/** The colour of a state word such as `active` or `running:1`. */
export const colourOfState = (state: string): Colour | undefined => colours[state.split(':')[0]?.trim().toLowerCase() ?? ''];
