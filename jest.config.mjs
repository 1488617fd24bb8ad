/** One configuration for the three levels; `npm test` picks the level by path patterns. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools', '<rootDir>/examples'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@dataos/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/tools/cloud/', '<rootDir>/.dataos/', '<rootDir>/.nx/'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', tsx: false, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2023', keepClassNames: true,
      },
      module: { type: 'es6' }, sourceMaps: 'inline',
    }],
  },
  testTimeout: 30_000,
};
