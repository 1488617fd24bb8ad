import { Gateway1764000000000 } from './1764000000000-gateway.js';
import { Lake1764100000000 } from './1764100000000-lake.js';
import { Writes1764200000000 } from './1764200000000-writes.js';
import { Cached1764300000000 } from './1764300000000-cached.js';
import { ExternalSignIn1764400000000 } from './1764400000000-external-sign-in.js';
import { Trace1764500000000 } from './1764500000000-trace.js';
import { Replacement1764600000000 } from './1764600000000-replacement.js';

/** In order; never edited after a release. */
export const migrations = [Gateway1764000000000, Lake1764100000000, Writes1764200000000, Cached1764300000000, ExternalSignIn1764400000000, Trace1764500000000, Replacement1764600000000];
