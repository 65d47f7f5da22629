import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { emptyDatabase } from '../../testing/fresh-database';
import { restoreBackup } from './restore-backup';

jest.setTimeout(60_000);

/** Written by the releases whose dates they bear: a practice with calls and a contract, signed and sealed. */
const FOLDER = join(__dirname, '../../../cases/backups');

it.each(readdirSync(FOLDER))(
  'a backup of an earlier release, %s, is restored, brought up to date and holds',
  async (file) => {
    const { owner } = await emptyDatabase('earlier_release');
    const from = Readable.from([readFileSync(join(FOLDER, file))]);
    const restored = await restoreBackup(owner, from, { sentUntil: Date.parse('2027-01-11'), verify: true });
    expect(restored).toMatchObject({ broken: [], contracts: 1 });
    expect(restored.toCome).toBeGreaterThan(0);
  },
);
