import type {
  Capacity,
  Clause,
  Consent,
  Exception,
  Format,
  FrequencyUnit,
  LegalStatus,
  Place,
  Relationship,
  SponsorView,
  SupervisionFunction,
  UnusedMinutes,
  VatMode,
} from '../words';

/** The words a contract is written with, besides its clauses. Texts that come in are Markdown already. */
export interface ContractWords {
  readonly titles: Readonly<Record<Clause, string>>;
  readonly legalStatus: Readonly<Record<LegalStatus, string>>;
  readonly capacity: Readonly<Record<Capacity, string>>;
  readonly format: Readonly<Record<Format, string>>;
  readonly place: Readonly<Record<Place, string>>;
  readonly functions: Readonly<Record<SupervisionFunction, string>>;
  readonly exceptions: Readonly<Record<Exception, string>>;
  readonly relationships: Readonly<Record<Relationship, string>>;
  readonly sponsorSees: Readonly<Record<SponsorView, (name: string) => string>>;
  readonly noSponsor: string;
  readonly unusedMinutes: Readonly<Record<UnusedMinutes, string>>;
  readonly recording: Readonly<Record<'never' | 'consent-per-session', string>>;
  readonly closingSession: Readonly<Record<'yes' | 'no', string>>;
  readonly earlyStart: Readonly<Record<'yes' | 'no', string>>;
  readonly vat: Readonly<Record<VatMode, (percent: string) => string>>;
  readonly frequency: (every: number, unit: FrequencyUnit) => string;
  readonly fixedTerm: (date: string) => string;
  readonly packageTerm: (minutes: string, months: number, last: string) => string;
  readonly feePerSession: (amount: string, minutes: number) => string;
  readonly feePerPackage: (amount: string, minutes: string) => string;
  readonly latePenaltyOfBank: string;
  readonly latePenaltyOf: (percent: string) => string;
  readonly dueByInvoice: (amount: string) => string;
  readonly dueFromPackage: (minutes: string, value: string) => string;
  readonly nothingDue: string;
  readonly duration: (months: number) => string;
  readonly minutes: (minutes: number) => string;
  readonly identity: {
    readonly siren: string;
    readonly address: string;
    readonly email: string;
    readonly bodies: string;
    readonly insurance: (insurer: string, policy: string, until: string) => string;
  };
  readonly declaresNone: Readonly<Record<'supervisor' | 'coach', string>>;
  readonly declaresSome: Readonly<Record<'supervisor' | 'coach', string>>;
  readonly colon: string;
  readonly codeVersion: (version: string) => string;
  readonly competentCourts: string;
  /** The words beside the five boxes; `{…}` are figures of the contract. */
  readonly consents: Readonly<
    Record<
      Consent,
      (figures: {
        fee: string;
        vat: string;
        noticeHours: number;
        lateFee: string;
        noShowFee: string;
        exceptions: number;
        controller: string;
      }) => string
    >
  >;
}
