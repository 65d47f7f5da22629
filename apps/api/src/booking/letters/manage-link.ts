import { createHmac } from 'node:crypto';
import type { Language } from '@visavis/kernel';

export interface ManagedAppointment {
  readonly practiceId: string;
  readonly id: string;
  readonly linkVersion: number;
}

/** Bytes of the secret in a manage link: 128 bits. */
const SECRET_BYTES = 16;

/**
 * The secret of a visitor's manage link: HMAC-SHA-256 under the configured key over practice, appointment and
 * link version, so that only the version is stored. 22 characters of base64url.
 */
export function manageSecret(key: Buffer, appointment: ManagedAppointment): string {
  return createHmac('sha256', key)
    .update(`manage-link\n${appointment.practiceId}\n${appointment.id}\n${appointment.linkVersion}`)
    .digest()
    .subarray(0, SECRET_BYTES)
    .toString('base64url');
}

/** The path of the manage page; the host comes from PUBLIC_URL, never from a request. */
export function managePath(language: Language, practiceSlug: string, id: string, secret: string): string {
  return `/${language}/m/${practiceSlug}/${id}/${secret}`;
}
