import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.ts';

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; devDependencies?: object }>;
}

/**
 * Prints the bill of materials (CycloneDX, by npm itself) of what is installed for production, from the lock file.
 *
 * `npm sbom --omit=dev` leaves out whatever a development package needs as well (Fastify, for one), so npm is shown a
 * lock file without development packages instead.
 */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies?: object };
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
delete manifest.devDependencies;
delete lock.packages['']?.devDependencies;
const kept = Object.entries(lock.packages).filter(([, { dev, devOptional }]) => !dev && !devOptional);

const shelter = mkdtempSync(join(tmpdir(), 'visavis-sbom-'));
try {
  // npm names the program after its folder.
  const folder = join(shelter, 'visavis');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: Object.fromEntries(kept) }),
  );
  const options = ['--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const { status } = spawnSync('npm', ['sbom', ...options], { cwd: folder, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(shelter, { recursive: true });
}
