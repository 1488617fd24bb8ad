import tseslint from 'typescript-eslint';
import { boundaryConfig } from './tools/checks/boundary-config.mjs';

const testFiles = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**/*.ts'];

const wideConstructor = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
  message: 'At most 6 constructor parameters: a wider class does too much.',
};
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Settings come from the kit\'s config, which parses the environment once.',
};

export default tseslint.config(
  // tools/cloud is a package of its own, whose run checks its types: its providers' types are too large to lint by.
  { ignores: ['**/dist/**', '**/node_modules/**', '.dataos/**', '.nx/**', 'coverage/**', '**/*.d.mts', '**/vite.config.ts', 'tools/cloud/**'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['tools/checks/tsconfig.lint.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'no-console': 'error',
      'no-restricted-syntax': ['error', wideConstructor, environment],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...boundaryConfig,
  { files: ['apps/cli/**/*.ts', 'tools/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/kit/src/config/**/*.ts', 'libs/testkit/**/*.ts', 'apps/cli/**/*.ts', 'tools/**/*.ts', ...testFiles],
    rules: { 'no-restricted-syntax': ['error', wideConstructor] },
  },
  { files: ['**/migrations/**/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: testFiles,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
