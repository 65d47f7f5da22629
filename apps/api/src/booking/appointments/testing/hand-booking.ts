import type { Body, WeekApp } from './week-app';

/** When the tests of appointments take place; all of what they book lies months ahead. */
export const SPRING = '2027-03-01T08:00:00Z';

let day = 0;
let person = 0;

/** Call before each test: a day of its own, so that tests do not meet each other's appointments. */
export function nextDay(): void {
  day += 1;
}

/** A moment of this test's own day; `clock` is UTC. */
export function at(clock: string): string {
  return `2027-0${day < 20 ? 5 : 6}-${String((day % 20) + 1).padStart(2, '0')}T${clock}:00Z`;
}

/** This test's own day, as the supervisor's date. */
export function today(): string {
  return at('00:00').slice(0, 10);
}

/** Someone new each time. */
export function aWish(over: object = {}) {
  person += 1;
  const phone = `+331990${String(10_000 + person)}`;
  return {
    start: at('09:00'),
    firstName: 'Ada',
    lastName: 'Martin',
    email: `ada${person}@example.org`,
    phone,
    reason: 'take-off',
    language: 'fr',
    timeZone: 'Europe/Paris',
    ...over,
  };
}

export async function booked(app: WeekApp, over: object = {}): Promise<Body> {
  const { status, body } = await app.lea.post('/api/appointments', aWish(over));
  expect({ status, errors: body.errors }).toEqual({ status: 201, errors: undefined });
  return body;
}

export const letterStates = ({ letters }: Body) =>
  letters.map(({ kind, recipient, state }) => `${kind} ${recipient} ${state}`).sort();
