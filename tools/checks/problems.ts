import { isTest, read, trackedFiles } from './repository.ts';

const definition = /export const (\w+)(?:: [^=]+)? = defineProblem\(/g;

/** Names of the problems a text declares. Pure. */
export const declaredProblems = (text: string): string[] => [...text.matchAll(definition)].map((match) => match[1] ?? '');

/** Each declared problem is thrown or answered somewhere; one that nobody raises is a promise nobody keeps. */
export function problems(): string[] {
  const files = trackedFiles().filter((file) => /^(apps|libs)\/.*\.tsx?$/.test(file) && !isTest(file));
  const raisers = files.filter((file) => !file.startsWith('libs/contracts/') || file.startsWith('libs/contracts/core/')).map(read).join('\n');
  return files.filter((file) => file.startsWith('libs/contracts/') && !file.startsWith('libs/contracts/core/'))
    .flatMap((file) => declaredProblems(read(file)).filter((name) => !new RegExp(`\\b${name}\\b`).test(raisers)).map((name) => `${file}: ${name} is raised nowhere`));
}
