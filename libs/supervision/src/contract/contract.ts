import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import type { ContractDraft } from '../contract-draft';
import { refuse } from '../supervision-refusal';
import type { ContractState, EventType, NoticeGround, Party, VersionState } from '../words';

/** Days a proposal stays open for signature, and one that came back for another. */
export const PROPOSAL_DAYS = 21;

export interface Signature {
  readonly party: Party;
  readonly fullName: string;
  readonly signedAt: Instant;
}

/** What was frozen before anybody saw it. */
export interface FrozenText {
  readonly content: ContractContent;
  readonly canonicalSha256: string;
  readonly pdfSha256: string;
  readonly proposedAt: Instant;
  readonly lapsesAt: Instant;
}

/** The version that is written, proposed or signed, and not in force yet. */
export interface OpenVersion {
  readonly number: number;
  readonly state: 'draft' | 'changes-requested' | 'proposed' | 'partially-signed' | 'signed';
  /** +1 at every change of the draft. */
  readonly revision: number;
  readonly draft: ContractDraft;
  /** null while it is written. */
  readonly frozen: FrozenText | null;
  /** Until when a text that came back waits to be proposed anew; null in any other state. */
  readonly answerBy: Instant | null;
  readonly signatures: readonly Signature[];
}

export interface VersionInForce {
  readonly number: number;
  readonly content: ContractContent;
  readonly since: Instant;
}

/** What both must agree to: the first asks, the other's same call agrees. */
export type Agreement = 'cancel-notice' | 'end' | 'complete';

export interface Contract {
  readonly id: string;
  readonly state: ContractState;
  readonly open: OpenVersion | null;
  readonly inForce: VersionInForce | null;
  /** Highest number a version of it ever had. */
  readonly lastNumber: number;
  /** When both had signed the first version. */
  readonly concludedAt: Instant | null;
  readonly suspension: {
    readonly by: Party;
    readonly since: Instant;
    readonly until: string;
    readonly reason: string;
  } | null;
  readonly notice: {
    readonly by: Party;
    readonly endsOn: string;
    readonly ground: NoticeGround;
    readonly reason: string;
  } | null;
  readonly asked: Readonly<Record<Agreement, Party | null>>;
  /** When it came to an end, whichever. */
  readonly closedAt: Instant | null;
  /**
   * Public holidays where its law applies, `YYYY-MM-DD`, of the years in which a consumer could withdraw: handed in
   * by whoever reads it, since rules know no calendar of the world.
   */
  readonly holidays: readonly string[];
}

export type Actor = Party | 'clock';

/**
 * A fact for the contract's chain, which nobody can change: numbers, dates, closed words and hashes, so that
 * its canonical form is stable and no free text outlives an erasure. Names are those that were signed.
 */
export interface ContractEvent {
  readonly type: EventType;
  readonly by: Actor;
  readonly at: Instant;
  readonly versionNumber: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Transition {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  /** Versions that reached a state of their own outside of `contract.open` and `contract.inForce`. */
  readonly closed: readonly { readonly number: number; readonly state: VersionState }[];
}

export const NOBODY_ASKED: Contract['asked'] = { 'cancel-notice': null, end: null, complete: null };

/** A new contract: a draft of its first version. */
export function createContract(id: string, draft: ContractDraft, now: Instant): Transition {
  const contract: Contract = {
    id,
    state: 'draft',
    open: { number: 1, state: 'draft', revision: 0, draft, frozen: null, answerBy: null, signatures: [] },
    inForce: null,
    lastNumber: 1,
    concludedAt: null,
    suspension: null,
    notice: null,
    asked: NOBODY_ASKED,
    closedAt: null,
    holidays: [],
  };
  return changed(contract, [event('created', 'supervisor', now, 1)]);
}

export function event(
  type: EventType,
  by: Actor,
  at: Instant,
  versionNumber: number | null,
  payload: ContractEvent['payload'] = {},
): ContractEvent {
  return { type, by, at, versionNumber, payload };
}

export function changed(
  contract: Contract,
  events: readonly ContractEvent[],
  closed: Transition['closed'] = [],
): Transition {
  return { contract, events, closed };
}

export function other(party: Party): Party {
  return party === 'supervisor' ? 'coach' : 'supervisor';
}

/** @throws Refusal not-for-this-party */
export function onlyFor(party: Party, who: Actor): void {
  if (who !== party) throw refuse('not-for-this-party');
}

/** @throws Refusal wrong-state */
export function onlyFrom(contract: Contract, ...states: readonly ContractState[]): void {
  if (!states.includes(contract.state)) throw refuse('wrong-state');
}

/** The open version, in one of these states. @throws Refusal wrong-state */
export function openIn(contract: Contract, ...states: readonly OpenVersion['state'][]): OpenVersion {
  if (contract.open === null || !states.includes(contract.open.state)) throw refuse('wrong-state');
  return contract.open;
}

/** @throws Refusal wrong-state */
export function inForceOf(contract: Contract): VersionInForce {
  if (contract.inForce === null) throw refuse('wrong-state');
  return contract.inForce;
}

/** A field that rules refuse although its shape is right. */
export function wrongField(field: string, code: string): Refusal<GeneralRefusal> {
  return new Refusal<GeneralRefusal>('malformed', { errors: [{ field, code }] });
}

/** The state of a first version is the contract's own; an amendment's leaves the contract where it is. */
export function withOpen(contract: Contract, open: OpenVersion): Contract {
  return { ...contract, open, state: contract.inForce === null ? open.state : contract.state };
}
