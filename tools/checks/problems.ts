import { commonProblems } from '@dataos/contracts-core';
import { type Contract, loadContracts } from '../generate/contracts.ts';
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

/** Codes that stand for two things, and problems that no route names: their page and their client would not know them. Pure. */
export function undocumented(contracts: readonly Contract[]): string[] {
  const declared = [...commonProblems.map((value) => ({ owner: 'core', value })), ...contracts.flatMap(({ folder, problems: own }) => own.map(({ value }) => ({ owner: folder, value })))];
  const named = new Set(contracts.flatMap(({ api }) => Object.values(api.routes)).flatMap((route) => route.problems ?? []).concat(commonProblems).map(({ code }) => code));
  return [
    ...[...Map.groupBy(declared, ({ value }) => value.code)].filter(([, same]) => same.length > 1).map(([code, same]) => `${code} is declared by ${same.map(({ owner }) => owner).join(' and ')}`),
    ...declared.filter(({ value }) => !named.has(value.code)).map(({ owner, value }) => `libs/contracts/${owner}: no route names the problem ${value.code}`),
  ];
}

const adHoc = /\bdefineProblem\(|new DomainError\(\s*\{[^}]*\bcode: '/;

/** Each declared problem is raised somewhere and named by a route; each raised one is declared in a contract. */
export async function problems(): Promise<string[]> {
  return [...unraised(), ...undeclared(), ...undocumented(await loadContracts())];
}

/** Problems made up where they are raised: no contract knows their code. */
function undeclared(): string[] {
  return trackedFiles().filter((file) => /^apps\/[^/]+\/src\/.*\.tsx?$/.test(file) && !isTest(file) && adHoc.test(read(file))).map((file) => `${file}: makes up a problem that no contract declares`);
}

/** Problems that nobody raises: promises nobody keeps. */
function unraised(): string[] {
  const files = trackedFiles().filter((file) => /^(apps|libs)\/.*\.tsx?$/.test(file) && !isTest(file));
  const raisers = files.filter((file) => !file.startsWith('libs/contracts/') || file.startsWith('libs/contracts/core/')).map(read).join('\n');
  return files.filter((file) => file.startsWith('libs/contracts/') && !file.startsWith('libs/contracts/core/') && isServed(file, files))
    .flatMap((file) => declaredProblems(read(file)).filter((name) => !new RegExp(`\\b${name}\\b`).test(raisers)).map((name) => `${file}: ${name} is raised nowhere`));
}
