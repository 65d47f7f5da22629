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

/** For measuring and for tests. */
const INTERNAL = new Set(['WEB_FOLDER', 'SLOTS_CACHE', 'MEASURING_ROUTES']);

/** Everything that the API and the worker read. */
function settings(): Set<string> {
  return names(read('apps/api/src/configuration/configuration.ts'), /^ {2}([A-Z][A-Z_]+): /gm);
}

describe('the written configuration', () => {
  it('of containers offers every variable compose.yaml asks for', () => {
    const asked = names(read('docker/compose.yaml'), /\$\{([A-Z_]+)/g);
    assert.ok(asked.size >= 7);
    assert.deepEqual([...asked.difference(offered('docker/.env.example'))], []);
  });

  it('of containers passes on every setting that the API and the worker read', () => {
    const passed = names(read('docker/compose.yaml'), /^ {2}([A-Z][A-Z_]+): /gm);
    const set = names(read('docker/Dockerfile'), /(?:ENV |\s)([A-Z][A-Z_]+)=/g);
    assert.ok(passed.size >= 18 && set.size >= 5, `found only ${passed.size} and ${set.size} names`);
    assert.deepEqual([...settings().difference(passed).difference(set).difference(INTERNAL)], []);
    assert.deepEqual([...passed.difference(settings())], []);
  });

  it('of the product offers every setting the launcher and the API read', () => {
    const launcher = names(read('apps/launch/src/start-settings.ts'), /(?:text|port)\('([A-Z_]+)'/g);
    const api = settings();
    assert.ok(launcher.size >= 9 && api.size >= 15, `found only ${launcher.size} and ${api.size} names`);
    assert.deepEqual([...launcher.union(api).difference(offered('.env.example')).difference(INTERNAL)], []);
  });

  it('of the product offers nothing that nobody reads, and names the defaults that hold', () => {
    const launcher = read('apps/launch/src/start-settings.ts') + read('apps/launch/src/project.ts');
    const unread = [...offered('.env.example').difference(settings())].filter(
      (name) => !launcher.includes(name),
    );
    assert.deepEqual(
      unread.filter((name) => name !== 'MIGRATION_DATABASE_URL'),
      [],
    );
    const defaults = read('apps/api/src/configuration/configuration.ts').matchAll(
      /^ {2}((?:RATE_|DATABASE_POOL)[A-Z_]*): count.*\.default\(([\d_]+)\)/gm,
    );
    let compared = 0;
    for (const [, name = '', value = ''] of defaults) {
      const line = `#${name}=${value.replaceAll('_', '')}\n`;
      for (const file of ['.env.example', 'docker/.env.example'])
        assert.ok(read(file).includes(line), `${file}: ${line}`);
      compared += 1;
    }
    assert.ok(compared >= 7, `compared only ${compared} defaults`);
  });

  it('names the same roles for development and for containers', () => {
    const compose = read('docker/compose.yaml');
    for (const role of ['visavis_app', 'visavis_owner']) {
      assert.match(read('docker/bootstrap-roles.sql'), new RegExp(`create role ${role}`));
      assert.match(compose, new RegExp(`postgresql://${role}:`));
    }
  });
});
