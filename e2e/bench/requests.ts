import { randomUUID } from 'node:crypto';
import { practiceSlug } from './fill-database.ts';
import type { Target } from './load.ts';

const MINUTE = 60_000;
let counter = Math.floor(Math.random() * 1_000_000);

/** Every visitor comes from an address of their own, as in the world. */
function fromAnywhere(): Record<string, string> {
  counter++;
  return { 'x-forwarded-for': `10.${(counter >> 16) & 255}.${(counter >> 8) & 255}.${counter & 255}` };
}

/** Slots of 30 days, of one practice after the other. */
export function slots(origin: string, practices: number): Target {
  let number = 0;
  return {
    origin,
    status: 200,
    next: () => ({
      path: `/api/public/${practiceSlug((number++ % practices) + 1)}/alex/slots?days=30`,
      headers: fromAnywhere(),
    }),
  };
}

export function selectOne(origin: string): Target {
  return { origin, status: 200, next: () => ({ path: '/measuring/select-1' }) };
}

export function page(origin: string): Target {
  return {
    origin,
    status: 200,
    headers: { 'accept-encoding': 'br' },
    next: () => ({ path: `/fr/c/${practiceSlug(1)}/alex`, headers: fromAnywhere() }),
  };
}

export function root(origin: string, method: 'GET' | 'POST' = 'GET', body?: () => string): Target {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const next = () => ({ path: '/', headers: fromAnywhere(), ...(body && { body: body() }) });
  return { origin, method, status: 200, headers, next };
}

/** A wish whose start is seven minutes off the grid. */
export function offGridBody(start: number): string {
  return wish(start + 7 * MINUTE);
}

export function offGrid(origin: string, start: number): Target {
  return {
    origin,
    method: 'POST',
    status: 422,
    headers: { 'content-type': 'application/json' },
    next: () => ({
      path: `/api/public/${practiceSlug(1)}/alex/bookings`,
      body: offGridBody(start),
      headers: fromAnywhere(),
    }),
  };
}

/** Bookings that all succeed: one start after the other, in one practice after the other. */
export function bookings(
  origin: string,
  practices: number,
  takeStart: () => { practice: number; start: number },
): Target {
  return {
    origin,
    method: 'POST',
    status: 201,
    headers: { 'content-type': 'application/json' },
    next: () => {
      const { practice, start } = takeStart();
      return {
        path: `/api/public/${practiceSlug((practice % practices) + 1)}/alex/bookings`,
        body: wish(start),
        headers: { ...fromAnywhere(), 'idempotency-key': randomUUID() },
      };
    },
  };
}

function wish(start: number): string {
  const number = String(counter++ % 100_000_000).padStart(8, '0');
  return JSON.stringify({
    start: new Date(start).toISOString(),
    firstName: 'Bench',
    lastName: 'Visitor',
    email: `visitor-${counter}-${number}@example.org`,
    phone: `+336${number}`,
    reason: 'other',
    words: 'A few words about what brings me here.',
    consent: true,
    language: 'fr',
    timeZone: 'Europe/Paris',
  });
}

/** Each start once per practice: practices in turn, then the next start. */
export function startsInTurn(
  starts: readonly number[],
  practices: number,
): () => { practice: number; start: number } {
  let taken = 0;
  return () => {
    const start = starts[Math.floor(taken / practices)];
    if (start === undefined) throw new Error('the bench has booked every start; give it more practices');
    return { practice: taken++ % practices, start };
  };
}
