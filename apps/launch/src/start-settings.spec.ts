import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { choosePorts } from './choose-ports.ts';
import { anyFreePort } from './free-port.ts';
import { keepSecretKey } from './keep-secret.ts';
import { root } from './project.ts';
import { readStartSettings } from './start-settings.ts';

describe('the settings of npm start', () => {
  it('need nothing', () => {
    const settings = readStartSettings({});
    assert.equal(settings.dataDir, join(root, '.data'));
    assert.equal(settings.ports.pages, 3000);
    assert.deepEqual([settings.databaseUrl, settings.smtpUrl, settings.production], [null, null, false]);
  });

  it('put the operations ports beside the one for pages', () => {
    const { ports } = readStartSettings({ PORT: '8100', WORKER_OPERATIONS_PORT: '9100' });
    assert.deepEqual([ports.pages, ports.operations, ports.workerOperations], [8100, 8101, 9100]);
  });

  it('name every fault at once, and no value', () => {
    const env = {
      PORT: 'hunter2',
      OPERATIONS_PORT: '70000',
      MAIL_CATCHER_PORT: '0',
      DATABASE_URL: 'postgresql://u:hunter2@h/d',
    };
    assert.throws(
      () => readStartSettings(env),
      ({ message }: Error) =>
        [
          'PORT must',
          'OPERATIONS_PORT must',
          'MAIL_CATCHER_PORT must',
          'MIGRATION_DATABASE_URL is required',
        ].every((part) => message.includes(part)) && !message.includes('hunter2'),
    );
  });

  it('leave all judgement to the API in production', () => {
    assert.equal(readStartSettings({ NODE_ENV: 'production', PORT: 'nonsense' }).production, true);
  });
});

describe('what npm start chooses', () => {
  it('passes over ports that are taken, also on IPv6 only, and says so', async () => {
    const port = await anyFreePort();
    const other = createServer().listen(port, '::1');
    await once(other, 'listening');
    const said: string[] = [];
    const wanted = {
      pages: port,
      operations: port + 1,
      workerOperations: port + 2,
      mail: port,
      mailPage: port,
      database: 5,
    };
    const ports = await choosePorts(wanted, (line) => said.push(line));
    other.close();
    assert.ok(ports.pages > port);
    assert.equal(new Set(Object.values(ports)).size, 6);
    assert.equal(ports.database, 5);
    assert.match(said[0] ?? '', new RegExp(`^Port ${port} is taken; pages: ${ports.pages} instead`));
  });

  it('keeps one secret key, readable by its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-secret-'));
    const file = join(folder, 'secrets.json');
    const key = keepSecretKey(file);
    assert.match(key, /^[\w-]{43}$/);
    assert.equal(keepSecretKey(file), key);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    chmodSync(file, 0o600);
    assert.ok(readFileSync(file, 'utf8').endsWith('\n'));
    rmSync(folder, { recursive: true });
  });
});
