import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './project.ts';

interface Component {
  name: string;
  version: string;
  hashes?: unknown[];
  licenses?: { license?: { id: string }; expression?: string }[];
}

/** What may be shipped with a program that is not given away: nothing that asks for its source. */
const LICENCES = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  ...['PSF-2.0', 'OFL-1.1', 'MPL-2.0', 'Zlib', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0'],
]);

/** Packages whose package.json names no licence in a form npm reads; looked up by hand: MIT, the first MPL-2.0. */
const LOOKED_UP = new Set(['incremental-encoder', 'passport-local', 'passport-strategy', 'pause', 'png-js']);

describe('the bill of materials', () => {
  const run = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' });
  const bill = JSON.parse(run.stdout) as { bomFormat: string; components: Component[] };

  const shipped = shippedPackages();

  it('names every package the product runs with, as the lock file has it', () => {
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    assert.equal(bill.bomFormat, 'CycloneDX');
    assert.ok(shipped.size > 200);
    assert.deepEqual([...shipped.difference(named)], []);
    assert.deepEqual(
      bill.components.filter(({ hashes }) => !hashes?.length),
      [],
    );
  });

  it('ships no licence that nobody agreed to', () => {
    const asked = bill.components.filter(({ name, version, licenses }) => {
      const words = (licenses ?? []).map(({ license, expression }) => license?.id ?? expression ?? '');
      const ids = words.flatMap((each) => each.split(/[\s()]+|AND|OR/).filter((id) => id !== ''));
      const agreed = ids.length === 0 ? LOOKED_UP.has(name) : ids.every((id) => LICENCES.has(id));
      return shipped.has(`${name}@${version}`) && !agreed;
    });
    assert.deepEqual(
      asked.map(({ name, version, licenses }) => ({ name, version, licenses })),
      [],
    );
  });
});

/** What the lock file installs for production on every machine. */
function shippedPackages(): Set<string> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  const kept = Object.entries(lock.packages).filter(
    ([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional,
  );
  return new Set(
    kept.map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`),
  );
}
