import { expectCalls } from './expect-calls.ts';
import type { Facts, StoredCall } from './facts.ts';
import type { Entry } from './ledger.ts';
import { judgeLetters, LETTER_RULES, type LetterRule } from './judge-letters.ts';

/** Everything that must hold after the storm; each is counted as a test of its own. */
export const RULES = [
  'nothing-lost',
  'as-acknowledged',
  'no-overlap',
  'booked-once',
  ...LETTER_RULES,
] as const;
export type Rule = (typeof RULES)[number] | LetterRule;

export interface Violation {
  rule: Rule;
  what: string;
}

/**
 * Compares what visitors were told with what is stored and what the mail server took. Pure: the same checker
 * judges the real run and the tampered facts that it must refuse.
 *
 * @param mostDuplicates letters that a crash may have sent twice, with the same Message-ID
 */
export function checkFacts(entries: readonly Entry[], facts: Facts, mostDuplicates: number): Violation[] {
  return [
    ...lostOrDifferent(entries, facts),
    ...overlaps(facts.calls),
    ...bookedTwice(entries, facts.calls),
    ...judgeLetters(facts, mostDuplicates),
  ];
}

function lostOrDifferent(entries: readonly Entry[], facts: Facts): Violation[] {
  const stored = new Map(facts.calls.map((call) => [call.id, call]));
  const violations: Violation[] = [];
  for (const expected of expectCalls(entries).values()) {
    const call = stored.get(expected.id);
    if (!call) {
      violations.push({ rule: 'nothing-lost', what: `call ${expected.id} was acknowledged and is gone` });
      continue;
    }
    const differ = (what: string) =>
      violations.push({ rule: 'as-acknowledged', what: `call ${expected.id}: ${what}` });
    if (!expected.statuses.has(call.status))
      differ(`${call.status}, acknowledged ${[...expected.statuses].join(' or ')}`);
    if (!expected.starts.has(call.start))
      differ(`starts ${iso(call.start)}, acknowledged ${[...expected.starts].map(iso).join(' or ')}`);
    if (call.email !== expected.email) differ('belongs to somebody else');
    if (call.supervisor !== expected.supervisor)
      differ(`with ${call.supervisor}, acknowledged ${expected.supervisor}`);
  }
  return violations;
}

/** Sorted by beginning, an overlap shows between a range and the latest end before it. */
function overlaps(calls: readonly StoredCall[]): Violation[] {
  const violations: Violation[] = [];
  const booked = calls.filter(({ status }) => status === 'booked');
  for (const own of Map.groupBy(booked, ({ supervisorId }) => supervisorId).values()) {
    let latest: StoredCall | null = null;
    for (const call of own.toSorted((a, b) => a.occupiesFrom - b.occupiesFrom)) {
      if (latest && call.occupiesFrom < latest.occupiesTo)
        violations.push({
          rule: 'no-overlap',
          what: `calls ${latest.id} and ${call.id} of ${call.supervisor} overlap`,
        });
      if (!latest || call.occupiesTo > latest.occupiesTo) latest = call;
    }
  }
  return violations;
}

/** A person of this run wants one call only, however often their browser had to ask. */
function bookedTwice(entries: readonly Entry[], calls: readonly StoredCall[]): Violation[] {
  const violations: Violation[] = [];
  for (const [email, own] of Map.groupBy(calls, (call) => call.email))
    if (own.length > 1) violations.push({ rule: 'booked-once', what: `${email} has ${own.length} calls` });
  const acknowledged = entries.filter((entry) => entry.act === 'booked');
  for (const [email, own] of Map.groupBy(acknowledged, (entry) => entry.email))
    if (new Set(own.map(({ id }) => id)).size > 1)
      violations.push({ rule: 'booked-once', what: `${email} was acknowledged different calls` });
  return violations;
}

const iso = (time: number) => new Date(time).toISOString();
