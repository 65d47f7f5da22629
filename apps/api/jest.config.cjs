const { readFileSync } = require('node:fs');
const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc.json`, 'utf8'));

module.exports = {
  displayName: 'api',
  globalSetup: '<rootDir>/src/testing/make-templates.mjs',
  rootDir: __dirname,
  testEnvironment: 'node',
  testTimeout: 30_000,
  moduleNameMapper: {
    '^@visavis/(.*)$': '<rootDir>/../../libs/$1/src/index.ts',
    // Offered to "import" only, which the tests' CommonJS is not.
    '^libphonenumber-js/core/es6$': '<rootDir>/../../node_modules/libphonenumber-js/core/es6/index.js',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, module: { type: 'commonjs' } }] },
};
