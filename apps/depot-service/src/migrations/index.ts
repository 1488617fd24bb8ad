import { Depots1764000000000 } from './1764000000000-depots.js';

export const migrations = [Depots1764000000000];
