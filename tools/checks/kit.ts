import path from 'node:path';
import { isTest, read, trackedFiles } from './repository.ts';

const mostLines = 2_000;
const mostFolders = 12;

/** Words of the product; a stranger's service would want none of them. */
const nouns = [
  'depot', 'dataset', 'policy', 'policies', 'grant', 'lineage', 'catalog', 'glossary', 'manifest', 'workflow', 'workspace',
  'bundle', 'heimdall', 'metis', 'odin', 'minerva', 'poros', 'trino', 'duckdb', 'flare', 'parquet', 'mask', 'sparql',
];

/** Words of the may-I port in contracts/core (the answer to "may I" names what spoke), and Kafka's name of a topic's setting. */
const portWords = /\bPolicyDenied\b|\bpolicies\b|\bcleanup\.policy\b/g;

/** Product nouns in a text, as whole words or parts of camelCase names. Pure. */
export function productNouns(text: string): string[] {
  const words = new Set(text.replaceAll(portWords, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/));
  return nouns.filter((noun) => words.has(noun) || words.has(`${noun}s`));
}

/** The chassis stays a chassis: no product noun, no growth beyond its budget. */
export function kit(): string[] {
  return ['libs/kit', 'libs/kit-bus'].flatMap(chassisFaults);
}

function chassisFaults(library: string): string[] {
  const files = trackedFiles().filter((file) => file.startsWith(`${library}/src/`) && file.endsWith('.ts') && !isTest(file));
  const lines = files.reduce((sum, file) => sum + read(file).split('\n').length - 1, 0);
  const folders = new Set(files.map((file) => path.dirname(file)).filter((folder) => folder !== `${library}/src`));
  return [
    ...files.flatMap((file) => productNouns(read(file)).map((noun) => `${file}: the product noun "${noun}"`)),
    ...(lines > mostLines ? [`${library}/src has ${lines} lines, at most ${mostLines} are allowed: split it or move something out`] : []),
    ...(folders.size > mostFolders ? [`${library}/src has ${folders.size} folders, at most ${mostFolders} are allowed`] : []),
  ];
}
