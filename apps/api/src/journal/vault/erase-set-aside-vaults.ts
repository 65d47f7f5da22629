import { SET_ASIDE_DAYS } from '@visavis/journal';
import { DAY } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { HousekeepingTools } from '../../booking/housekeeping/housekeeping-tools';

/** Found in one go; what is left waits for the next round. */
const MOST = 100;

/** Vaults that were set aside because every way in was lost: after ninety days nobody comes back to them. */
export async function eraseSetAsideVaults({ dataSource, clock }: HousekeepingTools): Promise<number> {
  const now = clock.now();
  const before = new Date(now - SET_ASIDE_DAYS * DAY);
  const due: { practice_id: string; vault_id: string }[] = await dataSource.query(
    'SELECT practice_id, vault_id FROM vaults_to_erase($1, $2)',
    [before, MOST],
  );
  let erased = 0;
  for (const { practice_id: practiceId, vault_id: vaultId } of due) {
    const [row]: { gone: boolean }[] = await dataSource.query(
      'SELECT erase_vault($1, $2, $3, $4, $5) AS gone',
      [practiceId, vaultId, before, randomUUIDv7(), new Date(now)],
    );
    if (row?.gone === true) erased++;
  }
  return erased;
}
