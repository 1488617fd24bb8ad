import { existsSync } from 'node:fs';
import path from 'node:path';
import { faultsOf } from './command.ts';
import { root } from './repository.ts';

/** Each project file and what it promises: contracts without Node's types, the console with the browser's. */
const projects = ['tsconfig.json', 'tsconfig.contracts.json', 'apps/console/tsconfig.json'];

/** The compiler over everything, in strict mode. */
export async function types(): Promise<string[]> {
  const faults: string[] = [];
  for (const project of projects.filter((file) => existsSync(path.join(root, file)))) {
    faults.push(...await faultsOf('node_modules/typescript/bin/tsc', ['--noEmit', '-p', project]));
  }
  return faults;
}
