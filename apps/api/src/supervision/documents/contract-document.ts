import type { Instant, Language } from '@visavis/kernel';
import type { Consent, EventType, Party } from '@visavis/supervision';

/** A stretch of a clause's text. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** `start` is the number of the first item; null for bullets. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] };

export interface DocumentClause {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface DocumentParty {
  readonly role: Party;
  readonly name: string;
  /** Status, SIREN, address, e-mail: a line each, in the contract's language. */
  readonly lines: readonly string[];
}

/** What a version says, ready to be set; everything in it was decided before it is shown to anybody. */
export interface ContractDocument {
  readonly language: Language;
  readonly title: string;
  readonly number: string;
  /** 1 for the first; amendments count on. */
  readonly version: number;
  readonly practiceName: string;
  readonly parties: readonly DocumentParty[];
  readonly clauses: readonly DocumentClause[];
  /** The same version as data (RFC 8785), attached to the file. */
  readonly canonicalJson: string;
  readonly frozenAt: Instant;
}

export interface SignedParty {
  readonly role: Party;
  /** As typed when signing. */
  readonly name: string;
  readonly email: string;
  /** How the person was recognised when signing. */
  readonly method: 'passkey' | 'email-code';
  /** Where the code went, masked: `c•••@example.org`; null for a passkey. */
  readonly channel: string | null;
  readonly recognisedAt: Instant;
  /** When the text was before them first; null when it was not recorded. */
  readonly viewedAt: Instant | null;
  readonly signedAt: Instant;
  readonly ip: string;
  /** Header `User-Agent`, as it was sent; '' without one. */
  readonly device: string;
  readonly consents: readonly Consent[];
  /** Hash of all that was kept of the signature; the chain names it too. */
  readonly signatureSha256: string;
}

/** Words that stood beside a box. */
export interface ShownConsent {
  readonly title: string;
  readonly text: string;
  readonly textSha256: string;
}

export interface SealEvent {
  readonly sequence: number;
  readonly at: Instant;
  readonly type: EventType;
  /** Name of the person who acted; null for the system. */
  readonly by: string | null;
}

/** What the certificate page states besides what it computes from the file itself. */
export interface SealEvidence {
  readonly language: Language;
  readonly number: string;
  readonly version: number;
  readonly practiceName: string;
  readonly timeZone: string;
  readonly canonicalSha256: string;
  /** When the text was frozen and sent to be read. */
  readonly frozenAt: Instant;
  readonly parties: readonly SignedParty[];
  /** What both were asked to agree to. */
  readonly consents: readonly ShownConsent[];
  readonly events: readonly SealEvent[];
  /** Hash of the last event of the chain when the seal was set. */
  readonly chainHead: string;
  readonly verifyUrl: string;
  /** The server's clock: stated as a claim, never as proof. */
  readonly sealedAt: Instant;
}
