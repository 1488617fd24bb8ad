import { isTest, read, trackedFiles } from './repository.ts';

const definition = /export const (\w+)(?:: [^=]+)? = defineProblem\(/g;

/** Names of the problems a text declares. Pure. */
export const declaredProblems = (text: string): string[] => [...text.matchAll(definition)].map((match) => match[1] ?? '');

const serviceFolders: Record<string, string> = { depot: 'depot-service', minerva: 'minerva-gateway' };

/** A contract that came before its service promises nothing yet; it counts once the service has a main module. */
const isServed = (contract: string, files: readonly string[]): boolean => {
  const name = contract.split('/')[2] ?? '';
  return files.includes(`apps/${serviceFolders[name] ?? name}/src/main.ts`);
};

/** Each declared problem is thrown or answered somewhere; one that nobody raises is a promise nobody keeps. */
export function problems(): string[] {
  const files = trackedFiles().filter((file) => /^(apps|libs)\/.*\.tsx?$/.test(file) && !isTest(file));
  const raisers = files.filter((file) => !file.startsWith('libs/contracts/') || file.startsWith('libs/contracts/core/')).map(read).join('\n');
  return files.filter((file) => file.startsWith('libs/contracts/') && !file.startsWith('libs/contracts/core/') && isServed(file, files))
    .flatMap((file) => declaredProblems(read(file)).filter((name) => !new RegExp(`\\b${name}\\b`).test(raisers)).map((name) => `${file}: ${name} is raised nowhere`));
}
