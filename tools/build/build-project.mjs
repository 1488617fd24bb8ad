/** The Nx target `build` of every project: `node tools/build/build-project.mjs <project root>`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileProject } from './compile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const project = path.resolve(root, process.argv[2] ?? '.');

/** Vite may be installed beside the project that uses it, so it is looked up from there. */
function vite() {
  const manifest = createRequire(path.join(project, 'package.json')).resolve('vite/package.json');
  return path.join(path.dirname(manifest), 'bin/vite.js');
}

function bundle() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vite(), 'build', '--logLevel', 'warn'], { cwd: project, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

if (existsSync(path.join(project, 'index.html'))) {
  process.exitCode = await bundle();
} else {
  const { written, removed } = await compileProject(project);
  console.log(`${path.relative(root, project)}: ${written} written, ${removed} removed`);
}
