import { Resources1764000000000 } from './1764000000000-resources.js';

export const migrations = [Resources1764000000000];
