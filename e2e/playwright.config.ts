import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const installed = '/usr/bin/chromium';
const chromium = process.env['CHROMIUM_PATH'] ?? (existsSync(installed) ? installed : undefined);

/** The journeys of the product's people, in a real browser on the real product, which `start-product.ts` starts once. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.journey.ts',
  outputDir: '../dist/test-logs/journeys',
  globalSetup: './support/start-product.ts',
  // Each file has people of its own, so no two of them meet. Two keep three quarters of two cores busy: they wait for
  // letters, for the worker, for what a page does a moment later.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Inside a container root has no sandbox to lean on.
      chromiumSandbox: process.getuid?.() !== 0,
    },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    timezoneId: 'Europe/Paris',
    locale: 'fr-FR',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
