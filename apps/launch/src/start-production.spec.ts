import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { buildProducts } from './build-products.ts';
import { anyFreePort } from './free-port.ts';
import { derivePasswords, prepareDatabase } from './prepare-database.ts';
import { root } from './project.ts';
import { withTestServer } from './test-server.ts';
import { isOk, waitUntil } from './wait-until.ts';

it(
  'npm start runs in production on what it is given: migrates that database, makes no demo, links to that address',
  { timeout: 300_000 },
  async () => {
    await buildProducts(() => undefined);
    const folder = mkdtempSync(join(tmpdir(), 'visavis-production-'));
    await withTestServer(async (superuserUrl) => {
      const database = await prepareDatabase(superuserUrl, 'given', derivePasswords(superuserUrl));
      const port = await anyFreePort();
      const child = spawn('npm', ['start'], {
        cwd: root,
        detached: true,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          NODE_ENV: 'production',
          DATABASE_URL: database.app,
          MIGRATION_DATABASE_URL: database.owner,
          SMTP_URL: 'smtps://mail.example:465',
          MAIL_FROM: 'Visavis <bonjour@visavis.example>',
          PUBLIC_URL: 'https://visavis.example',
          SECRET_KEY: 'k'.repeat(42) + 'E',
          PORT: String(port),
          OPERATIONS_PORT: String(await anyFreePort()),
          WORKER_OPERATIONS_PORT: String(await anyFreePort()),
          VISAVIS_DATA_DIR: folder,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      const ended = once(child, 'close');
      try {
        const runs = async () => child.exitCode !== null || output.includes('Stop with Ctrl-C.');
        await waitUntil('npm start should run', runs, 150_000);
        const address = `http://127.0.0.1:${port}`;
        assert.ok(await isOk(`${address}/health/ready`), output);
        assert.match(output, /https:\/\/visavis\.example\/app\/fr\/setup#[\w-]{20,}/);
        assert.doesNotMatch(output, /Demo accounts|Letters that left/);
        assert.equal((await fetch(`${address}/fr/c/cabinet-demo`)).status, 404);
        assert.deepEqual(
          ['postgres', 'mail'].filter((part) => existsSync(join(folder, part))),
          [],
        );
      } finally {
        process.kill(-(child.pid ?? assert.fail()), 'SIGINT');
        await ended;
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
