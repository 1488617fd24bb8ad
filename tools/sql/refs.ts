/** `npm run -s sql:refs`: reads JSON lines `{id, sql}` and prints, for each, the tables it reads and writes. */
import path from 'node:path';
import { compileProject } from '../build/compile.ts';

const project = path.resolve(import.meta.dirname, '../../apps/minerva-gateway');
await compileProject(project);
await import(path.join(project, 'dist/sql/refs.main.js'));
