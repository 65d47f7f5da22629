import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { findOpenSsl } from './find-openssl.ts';

const folder = mkdtempSync(join(tmpdir(), 'visavis-openssl-'));
const { OPENSSL_PATH, PATH } = process.env;
afterEach(() => {
  if (OPENSSL_PATH === undefined) delete process.env['OPENSSL_PATH'];
  else process.env['OPENSSL_PATH'] = OPENSSL_PATH;
  process.env['PATH'] = PATH;
});
after(() => rmSync(folder, { recursive: true }));

const program = (name: string, code: number) => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return path;
};
const never = () => assert.fail('nothing is to be installed');

test('takes the OpenSSL that is named, when it runs', () => {
  const named = program('named', 0);
  process.env['OPENSSL_PATH'] = named;
  assert.equal(findOpenSsl(never, never), named);
});

test('passes over one that does not run', () => {
  program('openssl', 0);
  process.env['OPENSSL_PATH'] = program('broken', 1);
  process.env['PATH'] = `${folder}:/bin`;
  assert.equal(findOpenSsl(never, never), 'openssl');
});

test('installs one where there is none', () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  process.env['PATH'] = empty;
  delete process.env['OPENSSL_PATH'];
  const asked: string[] = [];
  const install = (name: string) => {
    asked.push(name);
    writeFileSync(join(empty, name), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  };
  assert.equal(
    findOpenSsl(() => undefined, install),
    'openssl',
  );
  assert.deepEqual(asked, ['openssl']);
});

test('says clearly what is missing when that did not help', () => {
  process.env['PATH'] = join(folder, 'nothing');
  delete process.env['OPENSSL_PATH'];
  assert.throws(
    () => findOpenSsl(never, () => undefined),
    /No OpenSSL runs here.*apt-get install openssl.*OPENSSL_PATH/,
  );
});
