import { Refusal } from '@visavis/kernel';

/** Every "no" to something sealed that either side can see without a key, with the HTTP status it becomes. */
export const PROOF_REFUSALS = {
  'suite-unknown': 400,
  'class-unknown': 400,
  'id-malformed': 400,
  'number-out-of-range': 400,
  'bytes-malformed': 400, // a nonce, hash, key or signature of another length
  'text-malformed': 400, // text that UTF-8 cannot carry
  'head-moved': 409, // not the successor of the newest revision
  'size-not-allowed': 422, // a ciphertext that is in no bucket
  'author-not-owner': 422,
  'class-not-shareable': 422,
  'key-malformed': 422,
  'key-not-signed': 422, // the encryption key does not belong to the signing key
  'signature-wrong': 422,
} as const;
export type ProofRefusal = keyof typeof PROOF_REFUSALS;

export function refuse(
  reason: ProofRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<ProofRefusal> {
  return new Refusal(reason, details);
}
