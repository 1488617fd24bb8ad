import { Catalog1764000000000 } from './1764000000000-catalog.js';

/** In order; never edited after a release. */
export const migrations = [Catalog1764000000000];
