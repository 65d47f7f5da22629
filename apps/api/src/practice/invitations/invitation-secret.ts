import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SecretInvitation {
  readonly practiceId: string;
  readonly id: string;
  readonly version: number;
}

/** Bytes of the secret in an invitation's link: 128 bits. */
const SECRET_BYTES = 16;

/**
 * The secret of an invitation's link: HMAC-SHA-256 under the configured key over practice, invitation and version,
 * so that only the version is stored, and sending again ends the former link. 22 characters of base64url.
 */
export function invitationSecret(key: Buffer, { practiceId, id, version }: SecretInvitation): string {
  return createHmac('sha256', key)
    .update(`invitation\n${practiceId}\n${id}\n${version}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString('base64url');
}

export function isInvitationSecret(key: Buffer, invitation: SecretInvitation, given: string): boolean {
  const wanted = Buffer.from(invitationSecret(key, invitation));
  const asked = Buffer.from(given);
  return asked.length === wanted.length && timingSafeEqual(asked, wanted);
}
