/**
 * Who may depend on whom (architecture, "Boundaries"), as ESLint configuration. A file of its own, so that
 * boundaries.ts can show planted violations to exactly the rules that guard the repository.
 */
import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';

const server = ['@nestjs/*', 'typeorm', 'typeorm/*', 'pg', 'kafkajs', 'graphile-worker', 'fastify'];
// Benchmarks start whole platforms, as tests do.
const testFiles = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**/*.ts', 'tools/bench/**/*.ts'];

const table = [
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:contract', 'type:kit'] },
  { sourceTag: 'type:cli', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: server },
  { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:contract'], bannedExternalImports: server },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:kit', 'layer:core'] },
  { sourceTag: 'type:testkit', onlyDependOnLibsWithTags: ['type:testkit', 'type:kit', 'type:contract'] },
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:core'], allowedExternalImports: ['zod'] },
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:core'], allowedExternalImports: ['zod'] },
  { sourceTag: 'type:tools', onlyDependOnLibsWithTags: ['type:contract', 'type:tools'] },
];

/** Tests may also use what runs them, and the testkit. */
const testTable = table.map(({ onlyDependOnLibsWithTags, allowedExternalImports, ...rest }) => ({
  ...rest,
  onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testkit'],
  ...(allowedExternalImports === undefined ? {} : { allowedExternalImports: [...allowedExternalImports, '@jest/globals', 'fast-check'] }),
}));

// The kit's own tests use the testkit, which uses the kit: a circle of tests only, never of shipped code.
const rule = (depConstraints, more = {}) => ['error', {
  enforceBuildableLibDependency: false, allow: [], ignoredCircularDependencies: [['kit', 'testkit']], depConstraints, ...more,
}];

export const boundaryConfig = [
  { files: ['**/*.ts', '**/*.tsx'], plugins: { '@nx': nx }, rules: { '@nx/enforce-module-boundaries': rule(table) } },
  {
    // The compiler does not know Node there either (tsconfig.contracts.json): contracts also run in a browser.
    files: ['libs/contracts/**/*.ts'],
    ignores: testFiles,
    rules: { 'no-restricted-imports': ['error', { paths: builtinModules.filter((name) => !name.startsWith('_')), patterns: ['node:*'] }] },
  },
  { files: testFiles, rules: { '@nx/enforce-module-boundaries': rule(testTable, { allowCircularSelfDependency: true }) } },
];
