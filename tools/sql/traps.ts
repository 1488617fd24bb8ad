/** `npm run -s sql:traps -- --server URL …`: tries the traps of masks and filters on anything that speaks Trino's client protocol. */
import path from 'node:path';
import { compileProject } from '../build/compile.ts';

const project = path.resolve(import.meta.dirname, '../../apps/minerva-gateway');
await compileProject(project);
await import(path.join(project, 'dist/sql/traps/traps.main.js'));
