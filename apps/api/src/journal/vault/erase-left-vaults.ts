import { randomUUIDv7 } from 'node:crypto';
import type { HousekeepingTools } from '../../booking/housekeeping/housekeeping-tools';

/** Found in one go; what is left waits for the next round. */
const MOST = 100;

/** Vaults of people who were deactivated twelve months ago: they cannot come back to them, and nobody else ever could. */
export async function eraseLeftVaults({ dataSource, clock }: HousekeepingTools): Promise<number> {
  const now = new Date(clock.now());
  const due: { practice_id: string; vault_id: string; member_id: string }[] = await dataSource.query(
    'SELECT practice_id, vault_id, member_id FROM left_vaults_to_erase($1, $2)',
    [now, MOST],
  );
  let erased = 0;
  for (const { practice_id: practiceId, vault_id: vaultId, member_id: memberId } of due) {
    const [row]: { gone: boolean }[] = await dataSource.query(
      'SELECT erase_left_vault($1, $2, $3, $4, $5) AS gone',
      [practiceId, vaultId, memberId, randomUUIDv7(), now],
    );
    if (row?.gone === true) erased++;
  }
  return erased;
}
