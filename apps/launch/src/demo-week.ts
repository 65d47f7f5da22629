import { DEMO_BLOCKS, DEMO_HOURS, DEMO_PRACTICE } from './demo-content.ts';
import type { DemoClient } from './demo-client.ts';
import type { DemoCall } from './plan-demo-calls.ts';

/** Replies as far as they are read here; their full shapes are in libs/booking. */
interface SlotsReply {
  days: Record<string, number[]>;
}
export interface DemoAppointment {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly lastName: string | null;
  readonly start: number;
  readonly outcome: string | null;
}

type Slug = keyof typeof DEMO_HOURS;

/** Hours, a closed date and the time kept for other things, dated from `now`. May be repeated. */
export async function fillDemoWeek(
  client: DemoClient,
  slug: Slug,
  timeZone: string,
  now: number,
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
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  await client.send('PUT', `/api/overrides/${monday.add({ days: 17 }).toString()}`, {
    windows: [],
    label: 'Journée de formation',
  });

  const there = new Set((await appointmentsAround(client, now)).map(({ title }) => title));
  for (const { title, days, start, end } of DEMO_BLOCKS[slug]) {
    if (there.has(title)) continue;
    const first = monday
      .subtract({ days: 7 })
      .add({ days: (days[0] ?? 1) - 1 })
      .toString();
    await client.send('POST', '/api/blocks', {
      start: `${first}T${start}`,
      end: `${first}T${end}`,
      title,
      repeat: { everyWeeks: 1, days, until: monday.add({ weeks: 6 }).toString() },
      leaveOutTaken: true,
    });
  }
}

/** Books as visitors do, at the offered time nearest to the planned one, or as supervisors do for who phoned. */
export async function bookDemoCall(
  { with: slug, person, start, byHand }: DemoCall,
  visitor: DemoClient,
  supervisor: DemoClient,
): Promise<void> {
  if (byHand) {
    const wish = { ...person, email: null, start: new Date(start).toISOString() };
    await supervisor.send('POST', '/api/appointments', wish);
    return;
  }
  const wish = { ...person, start: await freeStart(visitor, slug, start), consent: true };
  await visitor.send('POST', `${addressOf(slug)}/bookings`, wish);
}

function addressOf(slug: string): string {
  return `/api/public/${DEMO_PRACTICE.slug}/${slug}`;
}

/** ISO 8601 in UTC. */
async function freeStart(visitor: DemoClient, slug: string, wanted: number): Promise<string> {
  const { days } = (await visitor.send('GET', `${addressOf(slug)}/slots?days=30`)) as SlotsReply;
  const starts = Object.entries(days).flatMap(([date, minutes]) =>
    minutes.map((minute) => Date.parse(date) + minute * 60_000),
  );
  const [nearest] = starts.sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
  if (nearest === undefined) throw new Error(`${slug} has no time on offer, so the demo cannot book one.`);
  return new Date(nearest).toISOString();
}

/** What is in a calendar from two weeks before `now` to four weeks after it. */
export async function appointmentsAround(client: DemoClient, now: number): Promise<DemoAppointment[]> {
  const week = 7 * 86_400_000;
  const query = new URLSearchParams({
    from: new Date(now - 2 * week).toISOString(),
    to: new Date(now + 4 * week).toISOString(),
  });
  const reply = await client.send('GET', `/api/appointments?${query.toString()}`);
  return (reply as { appointments: DemoAppointment[] }).appointments;
}
