import type { Instant } from '@visavis/kernel';
import type { SignWish } from '../contract-wish';
import { refuse } from '../supervision-refusal';
import { PARTIES, type Consent, type Party } from '../words';
import { changed, event, withOpen, type Contract, type OpenVersion, type Transition } from './contract';
import { isSameName } from './same-name';

/** A highlighted clause this version asks consent for, with the hash of the words beside its box. */
export interface AskedConsent {
  readonly clause: Consent;
  readonly textSha256: string;
}

/**
 * One party signs the very text that was shown; with the last signature the version is signed.
 * @param asked what `consentsAsked` gives for this version, hashed
 * @throws Refusal text-changed, already-signed, wrong-state, name-differs, consent-missing
 */
export function signContract(
  contract: Contract,
  wish: SignWish,
  asked: readonly AskedConsent[],
  who: Party,
  now: Instant,
): Transition {
  const { open } = contract;
  if (open === null) throw refuse('wrong-state');
  if (open.number !== wish.number) throw refuse('text-changed');
  if (open.signatures.some(({ party }) => party === who)) throw refuse('already-signed');
  const frozen = frozenForSignature(open, now);
  if (frozen.canonicalSha256 !== wish.canonicalSha256 || frozen.pdfSha256 !== wish.pdfSha256)
    throw refuse('text-changed');
  if (!isSameName(wish.fullName, frozen.content.parties[who].name)) throw refuse('name-differs');
  checkConsents(wish.consents, asked);

  const signatures = [...open.signatures, { party: who, fullName: wish.fullName, signedAt: now }];
  const isLast = PARTIES.every((party) => signatures.some((signature) => signature.party === party));
  const signed = withOpen(contract, { ...open, signatures, state: isLast ? 'signed' : 'partially-signed' });
  const { canonicalSha256, pdfSha256, fullName } = wish;
  const consents = asked.map(({ clause, textSha256 }) => ({ clause, textSha256 }));
  const events = [
    event('signed', who, now, open.number, { party: who, fullName, canonicalSha256, pdfSha256, consents }),
  ];
  if (!isLast) return changed(signed, events);
  return changed({ ...signed, concludedAt: contract.concludedAt ?? now }, [
    ...events,
    event('fully-signed', who, now, open.number, { canonicalSha256, pdfSha256 }),
  ]);
}

function frozenForSignature(open: OpenVersion, now: Instant): NonNullable<OpenVersion['frozen']> {
  if ((open.state !== 'proposed' && open.state !== 'partially-signed') || open.frozen === null)
    throw refuse('wrong-state');
  // The clock may be late to say so; the proposal lapsed all the same.
  if (now >= open.frozen.lapsesAt) throw refuse('wrong-state');
  return open.frozen;
}

/** Every asked box is ticked, beside the words that stand, and no other. */
function checkConsents(ticked: readonly AskedConsent[], asked: readonly AskedConsent[]): void {
  for (const { clause, textSha256 } of asked) {
    const box = ticked.find((consent) => consent.clause === clause);
    if (box === undefined) throw refuse('consent-missing', { because: clause });
    if (box.textSha256 !== textSha256) throw refuse('text-changed');
  }
  if (ticked.length !== asked.length) throw refuse('text-changed');
}
