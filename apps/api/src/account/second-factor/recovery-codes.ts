import { createHmac, randomInt } from 'node:crypto';
import type { Transaction } from '../../database/transactions';

/** Without I, O, 0 and 1, which are read as each other. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 10;
export const RECOVERY_CODES = 10;

/** 50 random bits each, `ABCDE-FGHJK`. */
export function newRecoveryCodes(): string[] {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = Array.from({ length: LENGTH }, letter).join('');
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}

/** What is kept of a code: keyed, so that the database alone does not let anybody try codes. */
export function recoveryHash(secretKey: Buffer, accountId: string, code: string): string {
  const plain = code.replaceAll('-', '');
  return createHmac('sha256', secretKey).update(`recovery-code\n${accountId}\n${plain}`).digest('base64url');
}

/** Uses a code up; of two at a time one is told true. */
export async function useRecoveryCode(
  transaction: Transaction,
  secretKey: Buffer,
  accountId: string,
  code: string,
): Promise<boolean> {
  const [gone]: [unknown[], number] = await transaction.query(
    `DELETE FROM credential WHERE account_id = $1 AND kind = 'recovery-code' AND secret = $2 RETURNING id`,
    [accountId, recoveryHash(secretKey, accountId, code)],
  );
  return gone.length > 0;
}
