import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const server = ['@nestjs/*', 'typeorm', 'typeorm/*', 'pg', 'kafkajs', 'graphile-worker', 'fastify'];
const testFiles = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**/*.ts'];

/** Who may depend on whom (architecture, "Boundaries"); tools/checks/boundaries.ts plants violations to prove it. */
const boundaries = [
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:contract', 'type:kit'] },
  { sourceTag: 'type:cli', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: server },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: server },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:kit', 'layer:core'] },
  { sourceTag: 'type:testkit', onlyDependOnLibsWithTags: ['type:testkit', 'type:kit', 'type:contract'] },
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:core'], allowedExternalImports: ['zod'] },
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:core'], allowedExternalImports: ['zod'] },
  { sourceTag: 'type:tools', onlyDependOnLibsWithTags: ['type:contract', 'type:tools'] },
];

/** Tests may use what runs them, and the testkit. */
const testBoundaries = boundaries.map(({ onlyDependOnLibsWithTags, allowedExternalImports, ...rest }) => ({
  ...rest,
  onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testkit'],
  ...(allowedExternalImports === undefined ? {} : { allowedExternalImports: [...allowedExternalImports, '@jest/globals', 'fast-check'] }),
}));

// The kit's own tests use the testkit, which uses the kit: a circle of tests only, never of shipped code.
const boundaryRule = (depConstraints, more = {}) => ['error', {
  enforceBuildableLibDependency: false, allow: [], ignoredCircularDependencies: [['kit', 'testkit']], depConstraints, ...more,
}];

const wideConstructor = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
  message: 'At most 6 constructor parameters: a wider class does too much.',
};
const environment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Settings come from the kit\'s config, which parses the environment once.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.dataos/**', '.nx/**', 'coverage/**', '**/*.d.mts', '**/vite.config.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['tools/checks/tsconfig.lint.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': boundaryRule(boundaries),
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'no-console': 'error',
      'no-restricted-syntax': ['error', wideConstructor, environment],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['apps/cli/**/*.ts', 'tools/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/kit/src/config/**/*.ts', 'libs/testkit/**/*.ts', 'apps/cli/**/*.ts', 'tools/**/*.ts', ...testFiles],
    rules: { 'no-restricted-syntax': ['error', wideConstructor] },
  },
  {
    // The compiler does not know Node there either (tsconfig.contracts.json): contracts also run in a browser.
    files: ['libs/contracts/**/*.ts'],
    ignores: testFiles,
    rules: { 'no-restricted-imports': ['error', { paths: builtinModules.filter((name) => !name.startsWith('_')), patterns: ['node:*'] }] },
  },
  { files: ['**/migrations/**/*.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: testFiles,
    rules: { '@nx/enforce-module-boundaries': boundaryRule(testBoundaries, { allowCircularSelfDependency: true }), 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
