import type { ContractContent } from '../contract-content';
import { refuse } from '../supervision-refusal';
import type { LedgerKind } from '../words';

/**
 * One line of a contract's minutes, appended under the contract's lock and never changed. `change` is what it
 * adds to the balance of minutes that can still be booked: reserving takes them, releasing gives them back,
 * consuming is zero because they were reserved.
 */
export interface LedgerEntry {
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly minutes: number;
  readonly change: number;
  /** Minutes that count as supervision; other than `minutes` when a session was paid for and not held. */
  readonly supervisionMinutes: number;
  readonly balanceAfter: number;
  readonly sessionId: string | null;
  readonly note: string | null;
}

/** The last line's number and balance; `EMPTY_LEDGER` before the first. */
export interface LedgerHead {
  readonly seq: number;
  readonly balanceAfter: number;
}
export const EMPTY_LEDGER: LedgerHead = { seq: 0, balanceAfter: 0 };

/** Minutes of a package, when its contract starts or an amendment adds to it. */
export function grantMinutes(head: LedgerHead, minutes: number, note: string | null = null): LedgerEntry[] {
  return append(head, [{ kind: 'granted', minutes, change: minutes, note }]);
}

/** Minutes that can still be booked; null in a contract without a package, which never runs out. */
export function minutesLeft(content: Pick<ContractContent, 'format'>, head: LedgerHead): number | null {
  return content.format.term.kind === 'package' ? head.balanceAfter : null;
}

/**
 * What a version that comes into force does to the minutes: a package is granted, a larger one grants the
 * difference, a smaller one takes back what is still free and never what was reserved or used.
 * @param before the version it supersedes; null when the contract starts
 */
export function minutesOfVersion(
  head: LedgerHead,
  before: Pick<ContractContent, 'format'> | null,
  after: Pick<ContractContent, 'format'>,
): LedgerEntry[] {
  const difference = packageOf(after) - (before === null ? 0 : packageOf(before));
  if (difference > 0) return grantMinutes(head, difference);
  const change = Math.max(difference, -head.balanceAfter);
  if (change === 0) return [];
  return append(head, [{ kind: 'corrected', minutes: -change, change }]);
}

function packageOf({ format: { term } }: Pick<ContractContent, 'format'>): number {
  return term.kind === 'package' ? term.minutes : 0;
}

/**
 * Holds minutes for a session. A contract without a package grants what is short at the same moment.
 * @throws Refusal not-enough-minutes
 */
export function reserveMinutes(
  head: LedgerHead,
  sessionId: string,
  minutes: number,
  counted: boolean,
): LedgerEntry[] {
  const short = minutes - head.balanceAfter;
  if (counted && short > 0) throw refuse('not-enough-minutes');
  return append(head, [
    ...(short > 0 ? [{ kind: 'granted' as const, minutes: short, change: short }] : []),
    { kind: 'reserved', minutes, change: -minutes, sessionId },
  ]);
}

/**
 * Turns a session's reservation into what came of it: minutes used up, the rest given back.
 * @param reserved what the session still holds
 * @throws Refusal ledger-mismatch without a reservation, not-enough-minutes when more was held than is left
 */
export function settleMinutes(
  head: LedgerHead,
  sessionId: string,
  reserved: number,
  settled: { readonly minutesUsed: number; readonly supervisionMinutes: number },
  counted: boolean,
): LedgerEntry[] {
  if (reserved <= 0) throw refuse('ledger-mismatch');
  const { supervisionMinutes } = settled;
  // Without a package nothing is used up, but what was held is still told by the line.
  const used = counted ? settled.minutesUsed : Math.max(settled.minutesUsed, supervisionMinutes);
  const more = used > reserved ? reserveMinutes(head, sessionId, used - reserved, counted) : [];
  const rest = reserved - used;
  return [
    ...more,
    ...append(more.at(-1) ?? head, [
      ...(used > 0
        ? [{ kind: 'consumed' as const, minutes: used, change: 0, supervisionMinutes, sessionId }]
        : []),
      ...(rest > 0 ? [{ kind: 'released' as const, minutes: rest, change: rest, sessionId }] : []),
    ]),
  ];
}

/**
 * A mistake is corrected by a line of its own, never by changing another.
 * @param change,supervisionMinutes what to add to the two figures; negative takes away
 * @throws Refusal not-enough-minutes
 */
export function correctMinutes(
  head: LedgerHead,
  correction: {
    readonly change: number;
    readonly supervisionMinutes: number;
    readonly sessionId: string | null;
    readonly note: string;
  },
): LedgerEntry[] {
  const { change } = correction;
  return append(head, [{ kind: 'corrected', minutes: Math.abs(change), ...correction }]);
}

/** Sums over a whole ledger. */
export function ledgerTotals(entries: readonly LedgerEntry[]): {
  readonly granted: number;
  readonly reserved: number;
  readonly supervisionMinutes: number;
  readonly balance: number;
} {
  const sum = (kind: LedgerKind) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, { minutes }) => total + minutes, 0);
  return {
    granted: sum('granted'),
    reserved: sum('reserved') - sum('released') - sum('consumed'),
    supervisionMinutes: entries.reduce((total, entry) => total + entry.supervisionMinutes, 0),
    balance: entries.at(-1)?.balanceAfter ?? 0,
  };
}

type Line = Pick<LedgerEntry, 'kind' | 'minutes' | 'change'> &
  Partial<Pick<LedgerEntry, 'supervisionMinutes' | 'sessionId' | 'note'>>;

function append(head: LedgerHead, lines: readonly Line[]): LedgerEntry[] {
  let { seq, balanceAfter } = head;
  return lines.map(({ kind, minutes, change, supervisionMinutes = 0, sessionId = null, note = null }) => {
    seq += 1;
    balanceAfter += change;
    if (balanceAfter < 0) throw refuse('not-enough-minutes');
    return { seq, kind, minutes, change, supervisionMinutes, balanceAfter, sessionId, note };
  });
}
