import { homedir } from 'node:os';
import { isTest, read, root, trackedFiles } from './repository.ts';

const patterns: readonly [string, RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/],
  ['a home folder', /(?<![\w.])\/(?:home|Users)\/[a-z][\w.-]+\//],
];

const binary = /\.(png|jpg|ico|parquet|woff2?|gz|lock)$|package-lock\.json$/;

/** Secrets and places of one machine in a text. Pure. */
export function findings(text: string, places: readonly string[]): string[] {
  return [
    ...patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
    ...places.filter((place) => text.includes(place)).map((place) => `the path ${place}`),
  ];
}

/** Nothing committed holds a credential or a path of the machine it was written on. */
export function secrets(): string[] {
  const places = [`${root}/`, ...(homedir().length > '/root'.length ? [`${homedir()}/`] : [])];
  return trackedFiles().filter((file) => !binary.test(file) && !isTest(file))
    .flatMap((file) => findings(read(file), places).map((what) => `${file}: ${what}`));
}
