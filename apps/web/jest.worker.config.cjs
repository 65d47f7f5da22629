const worker = 'src/app/journal/vault/worker';

const shared = {
  rootDir: __dirname,
  roots: [`<rootDir>/${worker}`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@visavis/(.*)$': '<rootDir>/../../libs/$1/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

module.exports = {
  testTimeout: 30_000,
  // A worker never ends by itself: what it would try again later still waits when a test is over.
  forceExit: true,
  projects: [
    { ...shared, displayName: 'web-worker, unlocking', testMatch: ['**/open-and-unlock.spec.ts'] },
    {
      ...shared,
      displayName: 'web-worker',
      testPathIgnorePatterns: ['/node_modules/', 'open-and-unlock'],
      // A hundred vaults are opened for what comes after: each would cost a quarter of a second.
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^hash-wasm$': `<rootDir>/${worker}/testing/argon2id-at-least-cost.ts`,
      },
    },
  ],
};
