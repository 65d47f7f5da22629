import type { AccountRefusal } from '@visavis/account';
import { Refusal } from '@visavis/kernel';

/**
 * Passwords that are tried first, from lists that were published after break-ins; the list travels with the
 * program, nobody is asked. It is read when the first password is chosen.
 *
 * @throws Refusal password-too-common
 */
export async function refuseCommonPassword(password: string): Promise<void> {
  const { default: commonPasswords } = await import('fxa-common-password-list');
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
