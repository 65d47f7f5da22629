const { createCjsPreset } = require('jest-preset-angular/presets');

module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: __dirname,
  testEnvironment: '<rootDir>/jest-env.cjs',
  // What runs in the worker has a configuration of its own: no page, and modules as they are.
  testPathIgnorePatterns: ['/node_modules/', '/vault/worker/'],
  // The journal's lib comes with its wire shapes, and these with hashes that are published as modules only.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@noble/))'],
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  moduleNameMapper: { '^@visavis/(.*)$': '<rootDir>/../../libs/$1/src/index.ts' },
};
