import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './project.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Names of the variables an example file sets or, behind a #, offers. */
function offered(file: string): Set<string> {
  return new Set([...read(file).matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].flatMap(([, name]) => name ?? []));
}

function names(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
}

describe('the written configuration', () => {
  it('of containers offers every variable compose.yaml asks for', () => {
    const asked = names(read('docker/compose.yaml'), /\$\{([A-Z_]+)/g);
    assert.ok(asked.size >= 7);
    assert.deepEqual([...asked.difference(offered('docker/.env.example'))], []);
  });

  it('of containers passes on what contracts are sealed with', () => {
    const passed = names(read('docker/compose.yaml'), /^ {2}([A-Z][A-Z_]+): /gm);
    const wanted = ['TIMESTAMP_AUTHORITY_URL', 'OUTWARD_INTERNAL_HOSTS', 'SEAL_CERTIFICATE', 'SEAL_KEY'];
    assert.deepEqual([...new Set(wanted).difference(passed)], []);
  });

  it('of the product offers every setting the launcher and the API read', () => {
    const launcher = names(read('apps/launch/src/start-settings.ts'), /(?:text|port)\('([A-Z_]+)'/g);
    const api = names(read('apps/api/src/configuration/configuration.ts'), /^ {2}([A-Z][A-Z_]+): /gm);
    assert.ok(launcher.size >= 9 && api.size >= 15, `found only ${launcher.size} and ${api.size} names`);
    // For measuring and for tests.
    const internal = new Set(['WEB_FOLDER', 'SLOTS_CACHE', 'MEASURING_ROUTES']);
    assert.deepEqual([...launcher.union(api).difference(offered('.env.example')).difference(internal)], []);
  });

  it('names the same roles for development and for containers', () => {
    const compose = read('docker/compose.yaml');
    for (const role of ['visavis_app', 'visavis_owner']) {
      assert.match(read('docker/bootstrap-roles.sql'), new RegExp(`create role ${role}`));
      assert.match(compose, new RegExp(`postgresql://${role}:`));
    }
  });
});
