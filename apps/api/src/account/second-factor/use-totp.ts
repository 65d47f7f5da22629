import type { Instant } from '@visavis/kernel';
import { Logger } from '@nestjs/common';
import type { Transaction } from '../../database/transactions';
import { unseal } from './seal';
import { stepsOf } from './totp';

const log = new Logger('UseTotp');

interface TotpRow {
  readonly id: string;
  readonly secret: string;
}

/** The later step must be later than the last one used: every code opens once, also when it comes twice at a time. */
const USE = `
  UPDATE credential SET counter = $3, used_at = $4
  WHERE account_id = $1 AND id = $2 AND kind = 'totp' AND coalesce(counter, 0) < $3 RETURNING id`;

/**
 * Uses a code up.
 *
 * @param waiting true for the secret that no code has confirmed yet
 * @returns the credential whose code it was, or null
 */
export async function useTotp(
  transaction: Transaction,
  secretKey: Buffer,
  accountId: string,
  code: string,
  now: Instant,
  waiting = false,
): Promise<string | null> {
  const [row]: TotpRow[] = await transaction.query(
    `SELECT id, secret FROM credential WHERE account_id = $1 AND kind = 'totp' AND waiting = $2`,
    [accountId, waiting],
  );
  if (row === undefined) return null;
  const secret = openSecret(secretKey, accountId, row);
  if (secret === null) return null;
  for (const step of stepsOf(secret, code, now)) {
    const [used]: [unknown[], number] = await transaction.query(USE, [
      accountId,
      row.id,
      step,
      new Date(now),
    ]);
    if (used.length > 0) return row.id;
  }
  return null;
}

/** A secret that was changed or moved, or sealed under another key, has no codes: that is for the operator to read. */
function openSecret(secretKey: Buffer, accountId: string, { id, secret }: TotpRow): string | null {
  try {
    return unseal(secretKey, { accountId, credentialId: id }, secret);
  } catch {
    log.error(`the secret of credential ${id} does not open: it was changed, or SECRET_KEY is another`);
    return null;
  }
}
