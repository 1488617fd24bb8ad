import { Graph1764000000000 } from './1764000000000-graph.js';

/** In order; never edited after a release. */
export const migrations = [Graph1764000000000];
