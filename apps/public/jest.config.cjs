const { createCjsPreset } = require('jest-preset-angular/presets');

module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'public',
  rootDir: __dirname,
  testEnvironment: '<rootDir>/jest-env.cjs',
  setupFilesAfterEnv: ['<rootDir>/test-setup.ts'],
  moduleNameMapper: { '^@visavis/(.*)$': '<rootDir>/../../libs/$1/src/index.ts' },
};
