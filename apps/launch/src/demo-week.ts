import { DEMO_HOURS, DEMO_PHONED, DEMO_PRACTICE, DEMO_VISITORS } from './demo-content.ts';
import type { DemoClient } from './demo-client.ts';

/** Replies as far as they are read here; their full shapes are in libs/booking. */
interface SlotsReply {
  days: Record<string, number[]>;
}
interface WeekReply {
  appointments: { kind: string; title: string | null; lastName: string | null }[];
}

/** Hours, a closed date and a weekly lunch, dated from today. May be repeated. */
export async function fillDemoWeek(
  client: DemoClient,
  slug: keyof typeof DEMO_HOURS,
  timeZone: string,
): Promise<void> {
  const { discoveryCall, lengthOfStepMin, wrapUpMin, perDay } = DEMO_HOURS[slug];
  await client.send('PUT', '/api/offers/discovery-call', {
    lengthMin: 30,
    stepMin: lengthOfStepMin,
    bufferBeforeMin: 0,
    bufferAfterMin: wrapUpMin,
    minNoticeMin: 240,
    horizonDays: 45,
    maxPerDay: perDay,
    sameHoursAs: null,
    weekly: discoveryCall,
  });
  const today = Temporal.Now.plainDateISO(timeZone);
  const closed = nextWeekday(today.add({ days: 9 }), 4);
  await client.send('PUT', `/api/overrides/${closed.toString()}`, {
    windows: [],
    label: 'Journée de formation',
  });

  const monday = nextWeekday(today, 1);
  const title = 'Déjeuner';
  if ((await appointmentsAhead(client)).some((appointment) => appointment.title === title)) return;
  await client.send('POST', '/api/blocks', {
    start: `${monday.toString()}T12:30`,
    end: `${monday.toString()}T13:30`,
    title,
    repeat: { everyWeeks: 1, days: [1, 2, 3, 4, 5], until: monday.add({ weeks: 6 }).toString() },
    leaveOutTaken: true,
  });
}

/** Books as visitors do, among the times on offer, and once by hand. May be repeated. */
export async function bookDemoCalls(
  visitor: DemoClient,
  supervisors: ReadonlyMap<string, DemoClient>,
): Promise<void> {
  const there = new Set<string | null>();
  for (const client of supervisors.values())
    for (const { lastName } of await appointmentsAhead(client)) there.add(lastName);

  for (const { with: slug, share, ...intake } of DEMO_VISITORS) {
    if (there.has(intake.lastName)) continue;
    const wish = { start: await freeStart(visitor, slug, share), ...intake, consent: true };
    await visitor.send('POST', `${addressOf(slug)}/bookings`, wish);
  }
  const { with: slug, share, ...intake } = DEMO_PHONED;
  if (there.has(intake.lastName)) return;
  const wish = { start: await freeStart(visitor, slug, share), ...intake };
  await supervisors.get(slug)?.send('POST', '/api/appointments', wish);
}

function addressOf(slug: string): string {
  return `/api/public/${DEMO_PRACTICE.slug}/${slug}`;
}

/** A time on offer: `share` 0 is the first of the next 30 days, 1 the last. ISO 8601 in UTC. */
async function freeStart(visitor: DemoClient, slug: string, share: number): Promise<string> {
  const { days } = (await visitor.send('GET', `${addressOf(slug)}/slots?days=30`)) as SlotsReply;
  const starts = Object.entries(days).flatMap(([date, minutes]) =>
    minutes.map((minute) => Date.parse(date) + minute * 60_000),
  );
  const start = starts[Math.floor(share * starts.length)];
  if (start === undefined) throw new Error(`${slug} has no time on offer, so the demo cannot book one.`);
  return new Date(start).toISOString();
}

async function appointmentsAhead(client: DemoClient): Promise<WeekReply['appointments']> {
  const now = Temporal.Now.instant();
  const query = new URLSearchParams({
    from: now.toString({ smallestUnit: 'second' }),
    to: now.add({ hours: 24 * 60 }).toString({ smallestUnit: 'second' }),
  });
  return ((await client.send('GET', `/api/appointments?${query.toString()}`)) as WeekReply).appointments;
}

/** The first such weekday (ISO, 1 is Monday) after `date`. */
function nextWeekday(date: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return date.add({ days: ((weekday - date.dayOfWeek + 6) % 7) + 1 });
}
