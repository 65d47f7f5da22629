import { DEMO_ACCOUNTS } from './demo-content.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';

type Slug = (typeof DEMO_ACCOUNTS)[number]['slug'];

export const DEMO_OUTCOMES = ['went-well', 'think-it-over', 'did-not-answer', 'not-a-fit'] as const;

/** One call of the demo. Times are epoch milliseconds. */
export interface DemoCall {
  readonly with: Slug;
  readonly person: DemoPerson;
  readonly start: number;
  readonly bookedAt: number;
  /** The supervisor wrote it down for somebody who phoned, outside of the public hours. */
  readonly byHand: boolean;
  /** What came of it, noted after the end; null: ahead, under way, or still to be noted. */
  readonly outcome: (typeof DEMO_OUTCOMES)[number] | null;
}

interface WeeklyCall {
  readonly day: number;
  readonly time: string;
  readonly byHand?: true;
}

/** ISO weekdays and wall clocks of the supervisor's zone. */
const WEEKLY: Readonly<Record<Slug, readonly WeeklyCall[]>> = {
  'helene-marchetti': [
    { day: 1, time: '10:00' },
    { day: 2, time: '09:30' },
    { day: 2, time: '15:30' },
    { day: 3, time: '14:30' },
    { day: 4, time: '11:00' },
    { day: 4, time: '16:00' },
    { day: 5, time: '11:00', byHand: true },
  ],
  'samuel-tremblay': [
    { day: 1, time: '09:00' },
    { day: 3, time: '10:30' },
    { day: 4, time: '13:30' },
  ],
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LENGTH = 30 * MINUTE;

/** So long after its start a supervisor has noted what came of a call. */
export const NOTED_AFTER = LENGTH + 5 * MINUTE;

/** Where the demo's past begins: before everything that is booked in it. */
export function demoBegin(now: number): number {
  return now - 10 * DAY;
}

/**
 * The calls of the demo: the seven days before `now`, the rest of the week and the next one, so that the week looks
 * lived in on any weekday at any hour. Ascending by start within a supervisor.
 */
export function planDemoCalls(now: number): DemoCall[] {
  return DEMO_ACCOUNTS.flatMap(({ slug, timeZone }) => {
    const planned = startsAround(slug, timeZone, now);
    const lastNoted = planned.findLastIndex(({ start }) => start + NOTED_AFTER <= now) - 1;
    return planned.flatMap(({ start, byHand }, index) => {
      const person = DEMO_PEOPLE[slug][index];
      if (person === undefined) return [];
      // The latest call that is over waits for its note, as it would.
      const outcome = index <= lastNoted ? (DEMO_OUTCOMES[outcomeOf(index, byHand)] ?? null) : null;
      return [{ with: slug, person, start, bookedAt: bookedAt(start, index, now), byHand, outcome }];
    });
  });
}

/** Most go well. Somebody who left no e-mail address does not: the next step would be an invitation. */
function outcomeOf(index: number, byHand: boolean): number {
  if (byHand) return 1;
  return [0, 1, 0, 2, 0, 0, 3][index % 7] ?? 0;
}

function startsAround(slug: Slug, timeZone: string, now: number): { start: number; byHand: boolean }[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const from = today.subtract({ days: 7 });
  const days = 7 + (7 - today.dayOfWeek) + 7;
  return Array.from({ length: days + 1 }, (_, index) => from.add({ days: index })).flatMap((date) =>
    WEEKLY[slug]
      .filter(({ day }) => day === date.dayOfWeek)
      .map(({ time, byHand = false }) => ({
        start: date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
        byHand,
      }))
      .filter(({ start }) => start >= now - 7 * DAY),
  );
}

/** Two to six days before the call, at the odd minute, or during the last day for what lies further ahead. */
function bookedAt(start: number, index: number, now: number): number {
  const lead = (2 + (index % 3) * 2) * DAY - ((index * 7) % 11) * HOUR - index * MINUTE;
  return Math.min(
    Math.max(start - lead, demoBegin(now) + (index + 1) * 10 * MINUTE),
    now - (index + 1) * 20 * MINUTE,
  );
}
