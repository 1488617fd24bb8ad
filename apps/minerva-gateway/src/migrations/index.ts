import { Gateway1764000000000 } from './1764000000000-gateway.js';

/** In order; never edited after a release. */
export const migrations = [Gateway1764000000000];
