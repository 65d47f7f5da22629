import type { Facts, StoredCall, StoredLetter } from './facts.ts';

export const LETTER_RULES = [
  'letters-written',
  'letters-delivered',
  'reminders-planned',
  'one-letter-each',
  'right-reader',
  'duplicates-rare',
] as const;
export type LetterRule = (typeof LETTER_RULES)[number];
interface LetterViolation {
  rule: LetterRule;
  what: string;
}

const HOUR = 3_600_000;
const LEADS = { 'reminder-24h': 24 * HOUR, 'reminder-1h': HOUR } as const;
const RECIPIENTS = ['visitor', 'supervisor'] as const;

/** Whether every call's letters exist, left, and reached whom they are for. */
export function judgeLetters(facts: Facts, mostDuplicates: number): LetterViolation[] {
  const letters = Map.groupBy(facts.letters, ({ callId }) => callId);
  const delivered = Map.groupBy(facts.deliveries, ({ messageId }) => messageId.split('@')[0] ?? '');
  return [
    ...facts.calls.flatMap((call) => judgeCall(call, letters.get(call.id) ?? [], delivered)),
    ...judgeDeliveries(facts, mostDuplicates),
  ];
}

function judgeCall(
  call: StoredCall,
  letters: readonly StoredLetter[],
  delivered: ReadonlyMap<string, unknown>,
): LetterViolation[] {
  const violations: LetterViolation[] = [];
  const say = (rule: LetterRule, what: string) => violations.push({ rule, what: `call ${call.id}: ${what}` });
  for (const recipient of RECIPIENTS) {
    const own = letters.filter((letter) => letter.recipient === recipient);
    for (let sequence = 0; sequence <= call.sequence; sequence++) {
      const kind = kindAt(call, sequence);
      const found = own.filter((letter) => letter.kind === kind && letter.sequence === sequence);
      if (found.length > 1)
        say('one-letter-each', `${found.length} rows of ${kind} ${sequence} to ${recipient}`);
      const letter = found[0];
      if (!letter) say('letters-written', `no ${kind} ${sequence} to ${recipient}`);
      else if (!hasLeft(letter, delivered, sequence < call.sequence))
        say(
          'letters-delivered',
          `${kind} ${sequence} to ${recipient} is ${letter.state} (${letter.failure ?? 'no reason'})`,
        );
    }
    for (const what of judgeReminders(call, own)) say('reminders-planned', `${what} to ${recipient}`);
  }
  return violations;
}

/** SEQUENCE rises by one at each change: booked, moved …, and cancelled last if at all. */
function kindAt(call: StoredCall, sequence: number): string {
  if (sequence === 0) return 'confirmation';
  return sequence === call.sequence && call.status === 'cancelled' ? 'cancellation' : 'move';
}

/** Delivered for certain; an earlier letter may have been overtaken by a later one of the same call. */
function hasLeft(letter: StoredLetter, delivered: ReadonlyMap<string, unknown>, earlier: boolean): boolean {
  if (letter.state === 'sent') return delivered.has(letter.id);
  return earlier && letter.state === 'superseded' && letter.failure === 'overtaken';
}

/** A booked call has one living reminder of each kind that is still ahead, for its present time; others none. */
function judgeReminders(call: StoredCall, letters: readonly StoredLetter[]): string[] {
  const wrong: string[] = [];
  for (const [kind, lead] of Object.entries(LEADS)) {
    const living = letters.filter((letter) => letter.kind === kind && letter.state !== 'superseded');
    const dueAt = call.start - lead;
    const wanted = call.status === 'booked' && dueAt > call.changedAt ? 1 : 0;
    if (living.length !== wanted) wrong.push(`${living.length} instead of ${wanted} of ${kind}`);
    else if (living.some((letter) => letter.dueAt !== dueAt || letter.sequence !== call.sequence))
      wrong.push(`${kind} is planned for an earlier time of the call`);
  }
  return wrong;
}

function judgeDeliveries({ calls, letters, deliveries }: Facts, mostDuplicates: number): LetterViolation[] {
  const violations: LetterViolation[] = [];
  const letterOf = new Map(letters.map((letter) => [letter.id, letter]));
  const callOf = new Map(calls.map((call) => [call.id, call]));
  for (const { messageId, to } of deliveries) {
    const letter = letterOf.get(messageId.split('@')[0] ?? '');
    const call = letter && callOf.get(letter.callId);
    const reader = letter?.recipient === 'visitor' ? call?.email : call?.supervisorEmail;
    if (reader !== to)
      violations.push({ rule: 'right-reader', what: `<${messageId}> reached a reader it was not for` });
  }
  const duplicates = countDuplicates(deliveries);
  if (duplicates > mostDuplicates)
    violations.push({
      rule: 'duplicates-rare',
      what: `${duplicates} letters arrived again, at most ${mostDuplicates} are rare`,
    });
  return violations;
}

/** Deliveries of a Message-ID beyond its first. */
export function countDuplicates(deliveries: Facts['deliveries']): number {
  return deliveries.length - new Set(deliveries.map(({ messageId }) => messageId)).size;
}
