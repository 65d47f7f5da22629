import type { Instant, Language } from '@visavis/kernel';
import type { Party, VersionState } from '@visavis/supervision';
import type { ContractLetterKind } from './contract-letter-kinds';

/** All that a letter about a contract is written from, read from the database at the moment of sending. */
export interface ContractLetterFacts {
  readonly kind: ContractLetterKind;
  readonly language: Language;
  readonly contract: {
    readonly id: string;
    readonly number: number;
    readonly timeZone: string;
    readonly lapsesAt: Instant | null;
    /** Dates of the contract's zone, `YYYY-MM-DD`. */
    readonly suspendedUntil: string | null;
    readonly noticeEndsOn: string | null;
  };
  readonly version: {
    readonly number: number;
    readonly state: VersionState;
    readonly effectiveOn: string | null;
  };
  readonly practice: { readonly name: string; readonly slug: string };
  readonly parties: Readonly<Record<Party, { readonly memberId: string | null; readonly name: string }>>;
  /** Null once the person is erased. */
  readonly reader: { readonly memberId: string; readonly name: string; readonly email: string } | null;
  /** The sealed file, for a copy. */
  readonly copy: { readonly file: Buffer; readonly sha256: string } | null;
}
