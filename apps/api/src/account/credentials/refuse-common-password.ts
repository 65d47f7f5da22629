import type { AccountRefusal } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import commonPasswords from 'fxa-common-password-list';

/**
 * Passwords that are tried first, from lists that were published after break-ins; the list travels with the
 * program, nobody is asked.
 *
 * @throws Refusal password-too-common
 */
export function refuseCommonPassword(password: string): void {
  const plain = password.normalize('NFC').trim().toLowerCase();
  const repeated = new Set(plain).size < 4;
  if (repeated || commonPasswords.test(plain) || commonPasswords.test(halfOf(plain)))
    throw new Refusal<AccountRefusal>('password-too-common');
}

/** A common password typed twice is no longer and no better. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : '';
}
