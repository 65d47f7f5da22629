import type { Consent, EventType, Party } from '@visavis/supervision';

/** Everything that documents say of their own, in one language. */
export interface DocumentText {
  readonly numberAndVersion: (number: string, version: number) => string;
  readonly parties: string;
  readonly roles: Readonly<Record<Party, string>>;
  readonly footer: (number: string, version: number, page: number, pages: number) => string;
  readonly attachment: { readonly description: string; readonly note: (hash: string) => string };
  readonly frozenAt: (time: string) => string;
  readonly certificate: CertificateText;
}

export interface CertificateText {
  readonly title: string;
  readonly lead: string;
  readonly document: string;
  readonly contract: string;
  readonly practice: string;
  readonly frozenFile: string;
  readonly frozenBytes: (bytes: number) => string;
  readonly frozenHash: string;
  readonly dataHash: string;
  readonly frozenOn: string;
  readonly signatories: string;
  readonly role: string;
  readonly email: string;
  readonly recognised: string;
  readonly methods: Readonly<Record<'passkey' | 'email-code', (channel: string) => string>>;
  readonly recognisedAt: string;
  readonly viewedAt: string;
  readonly notViewed: string;
  readonly signedAt: string;
  readonly address: string;
  readonly device: string;
  readonly noDevice: string;
  readonly signatureHash: string;
  /** Heading of the words that stood beside the boxes. */
  readonly agreements: string;
  readonly agreementsLead: string;
  readonly wordsHash: (hash: string) => string;
  readonly consents: string;
  readonly consentNames: Readonly<Record<Consent, string>>;
  readonly noConsent: string;
  readonly events: string;
  readonly eventNames: Readonly<Record<EventType, string>>;
  readonly system: string;
  readonly chainHead: string;
  readonly seal: string;
  readonly sealedAt: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly selfSigned: string;
  readonly issued: (issuer: string) => string;
  readonly timestamp: string;
  readonly timestampWanted: (authority: string) => string;
  readonly noTimestamp: string;
  readonly verify: string;
  readonly verifyHow: string;
  readonly level: string;
  readonly levelSays: string;
  readonly footer: (number: string, version: number, page: number, pages: number) => string;
}
