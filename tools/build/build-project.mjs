/** The Nx target `build` of every project: `node tools/build/build-project.mjs <project root>`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileProject } from './compile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const project = path.resolve(root, process.argv[2] ?? '.');

function bundle() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: project, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

if (existsSync(path.join(project, 'index.html'))) {
  process.exitCode = await bundle();
} else {
  const { written, removed } = await compileProject(project);
  console.log(`${path.relative(root, project)}: ${written} written, ${removed} removed`);
}
