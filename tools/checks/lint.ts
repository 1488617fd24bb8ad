import { faultsOf } from './command.ts';

/** ESLint over everything; the rules and limits are in eslint.config.mjs. */
export const lint = (): Promise<string[]> => faultsOf('node_modules/eslint/bin/eslint.js', ['apps', 'libs', 'tools', 'examples', '--no-error-on-unmatched-pattern', '--max-warnings=0']);
