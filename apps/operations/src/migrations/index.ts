import { Pods1764000000000 } from './1764000000000-pods.js';

export const migrations = [Pods1764000000000];
