import { Refusal } from '@visavis/kernel';
import type { ProofRefusal } from '@visavis/sealing-proof';

/** Every "no" that needs a key, or a memory, to be said. None of them ever reaches a server. */
export const SEALING_REFUSALS = [
  'word-unknown', // with `position`, from 1
  'passphrase-length',
  'recovery-code-malformed',
  'recovery-code-mistyped', // the check characters do not fit
  'slot-type-unknown',
  'derivation-not-allowed', // other parameters than the compiled ones, whoever offers them
  'too-few-slots',
  'key-does-not-fit', // the commitment is another key's: a wrong passphrase, or something moved
  'cannot-open', // altered, moved, or sealed with another key
  'identity-mismatch', // public keys that are not those of the secrets
  'generation-unknown',
  'key-retired', // signed with an identity that was not in force when the epoch began
  'text-too-long',
  'padding-malformed',
  'class-mismatch',
  'not-for-me', // a grant of somebody else
  'reader-not-verified',
  'reader-key-changed',
  'generation-went-back',
  'identity-changed',
  'epoch-went-back',
  'revision-went-back',
  'index-malformed',
] as const;
export type SealingRefusal = (typeof SEALING_REFUSALS)[number];
/** What a client needs words for. */
export type AnySealingRefusal = SealingRefusal | ProofRefusal;

export function refuse(
  reason: SealingRefusal,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<SealingRefusal> {
  return new Refusal(reason, details);
}
