const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@visavis/(.*)$': '<rootDir>/../$1/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

// Slots must not depend on where the server stands: their specs run once for each of these zones.
const SERVER_ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'];

module.exports = {
  projects: [
    { ...shared, displayName: 'booking', testPathIgnorePatterns: ['/node_modules/', '/src/slots/'] },
    ...SERVER_ZONES.map((serverZone) => ({
      ...shared,
      displayName: `slots, server in ${serverZone}`,
      testMatch: ['<rootDir>/src/slots/**/*.spec.ts'],
      testEnvironment: '<rootDir>/src/slots/testing/server-zone-environment.cjs',
      testEnvironmentOptions: { serverZone },
    })),
  ],
};
