import { Gateway1764000000000 } from './1764000000000-gateway.js';
import { Lake1764100000000 } from './1764100000000-lake.js';
import { Writes1764200000000 } from './1764200000000-writes.js';
import { Cached1764300000000 } from './1764300000000-cached.js';

/** In order; never edited after a release. */
export const migrations = [Gateway1764000000000, Lake1764100000000, Writes1764200000000, Cached1764300000000];
