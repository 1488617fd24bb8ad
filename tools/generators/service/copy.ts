import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { read, root, trackedFiles } from '../../checks/repository.ts';

/** This repository as it is, below `folder`, with links to the installed packages; its own packages are those of the copy. */
export function copyRepository(folder: string): void {
  for (const file of trackedFiles()) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(root, file), target);
  }
  const own = path.join('node_modules', '@dataos');
  mkdirSync(path.join(folder, own), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    if (name !== '@dataos') symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  for (const file of trackedFiles().filter((name) => /^(apps|libs|tools)(\/[^/]+)*\/package\.json$/.test(name))) {
    const project = path.dirname(file);
    const { name } = JSON.parse(read(file)) as { name: string };
    symlinkSync(path.relative(path.join(folder, own), path.join(folder, project)), path.join(folder, 'node_modules', name));
    const nested = path.join(root, project, 'node_modules');
    if (existsSync(nested)) symlinkSync(nested, path.join(folder, project, 'node_modules'));
  }
}
