module.exports = {
  displayName: 'web-worker',
  rootDir: __dirname,
  roots: ['<rootDir>/src/app/journal/vault/worker'],
  testEnvironment: 'node',
  testTimeout: 30_000,
  // A worker never ends by itself: what it would try again later still waits when a test is over.
  forceExit: true,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@visavis/(.*)$': '<rootDir>/../../libs/$1/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
