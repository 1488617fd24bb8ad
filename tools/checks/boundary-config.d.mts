import type { Linter } from 'eslint';

export const boundaryConfig: Linter.Config[];
