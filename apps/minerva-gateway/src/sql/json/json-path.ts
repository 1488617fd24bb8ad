import { remembering } from '../remembering.js';
import type { JsonReader } from './json-reader.js';

/** A step of a path: by name, and where an array stands by place, when the name reads as one. */
export interface Step { readonly name: string; readonly place: number }

const STEP = /^(?:\.([\p{L}\p{Nd}_:]+)|\[([\p{L}\p{Nd}_]+)\]|\["((?:[^"\\]|\\["\\])*)"\])/u;
/** The largest number of a place in Java. */
const MOST = 2_147_483_647;

/** The steps of a path of `json_extract`; `undefined` where it is none. */
export const stepsOf = remembering(readSteps);

function readSteps(path: string): Step[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const steps: Step[] = [];
  for (let rest = path.slice(1); rest !== '';) {
    const [step, dotted, place, quoted] = STEP.exec(rest) ?? [];
    // Java looks at halves of characters, which are no letters.
    if (step === undefined || /[\ud800-\udfff]/.test(dotted ?? place ?? '')) return undefined;
    const name = dotted ?? place ?? (quoted ?? '').replaceAll(/\\(["\\])/g, '$1');
    steps.push({ name, place: placeOf(name) });
    rest = rest.slice(step.length);
  }
  return steps;
}

/** The place that a name reads as in Java, whose digits are those of all scripts; below zero where it is none. */
function placeOf(name: string): number {
  if (!/^[+-]?\p{Nd}+$/u.test(name)) return -1;
  const digits = name.replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
  const place = Number(digits);
  return place <= MOST ? place : -1;
}

/** The digits of a script stand one behind another from zero on, and such rows of ten may follow one another. */
function digitOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  let begin = code;
  while (code - begin < 60 && /\p{Nd}/u.test(String.fromCodePoint(begin - 1))) begin -= 1;
  return (code - begin) % 10;
}

/** Moves to the value under a path. `false`: there is none. The first of several names counts, whatever stands there. */
export function find(reader: JsonReader, steps: readonly Step[]): boolean {
  for (const step of steps) {
    if (reader.token === '{') {
      if (!findName(reader, step.name)) return false;
    } else if (reader.token === '[') {
      if (!findPlace(reader, step.place)) return false;
    } else return false;
  }
  return reader.token !== 'end';
}

function findName(reader: JsonReader, name: string): boolean {
  while (reader.next() === 'name') {
    const isFound = reader.text() === name;
    reader.next();
    if (isFound) return true;
    reader.skip();
  }
  return false;
}

function findPlace(reader: JsonReader, place: number): boolean {
  for (let index = 0; reader.next() !== ']'; index += 1) {
    if (index === place) return true;
    reader.skip();
  }
  return false;
}
