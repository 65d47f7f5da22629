import { randomUUID } from 'node:crypto';
import { PRACTICE } from './stage.ts';

/** A person who exists once: nobody else has their address or number. */
export interface Person {
  email: string;
  phone: string;
  language: 'fr' | 'en';
}

// Numbers that the French regulator keeps for fiction.
const PREFIXES = ['+3319900', '+3326191', '+3335301', '+3346571', '+3353649', '+3363998'];
let people = 0;

export function nextPerson(): Person {
  const number = people++;
  const prefix = PREFIXES[Math.floor(number / 10_000) % PREFIXES.length];
  return {
    email: `visitor-${number}@visitor.example`,
    phone: `${prefix}${String(number % 10_000).padStart(4, '0')}`,
    language: number % 2 === 0 ? 'fr' : 'en',
  };
}

/** One HTTP answer, or none (`status` 0) with the error's word. */
export interface Answer {
  status: number;
  reason: string;
  body: unknown;
}

/** The parts of a booked call's reply that are needed here. */
export interface Call {
  id: string;
  status: string;
  start: number;
  supervisor: { slug: string };
  managePath: string;
}

export async function ask(
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  key?: string,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    // A booked call has a `reason` of its own, why the visitor calls.
    const reason = response.ok ? '' : ((parsed as { reason?: string } | null)?.reason ?? '');
    return { status: response.status, reason, body: parsed };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return { status: 0, reason: cause ?? (error instanceof Error ? error.name : 'unknown'), body: null };
  }
}

export function bookingWish(person: Person, start: number) {
  return {
    start: new Date(start).toISOString(),
    firstName: 'Camille',
    lastName: 'Essai',
    email: person.email,
    phone: person.phone,
    reason: 'take-off',
    consent: true,
    language: person.language,
    timeZone: 'Europe/Paris',
  };
}

export function bookingUrl(apiUrl: string, supervisor: string): string {
  return `${apiUrl}/api/public/${PRACTICE}/${supervisor}/bookings`;
}

/** Where a call is changed: its manage path is `/<language>/m/<practice>/<id>/<secret>`. */
export function callUrl(apiUrl: string, call: Call): string {
  const [, , , practice, id, secret] = call.managePath.split('/');
  return `${apiUrl}/api/public/${practice}/calls/${id}/${secret}`;
}

export function book(
  apiUrl: string,
  supervisor: string,
  person: Person,
  start: number,
  key: string = randomUUID(),
): Promise<Answer> {
  return ask('POST', bookingUrl(apiUrl, supervisor), bookingWish(person, start), key);
}

/** Free starts of a supervisor from `from` (UTC date) on, epoch milliseconds. */
export async function freeStarts(apiUrl: string, supervisor: string, from?: string): Promise<number[]> {
  const query = from === undefined ? '?days=62' : `?days=62&from=${from}`;
  const { status, body } = await ask('GET', `${apiUrl}/api/public/${PRACTICE}/${supervisor}/slots${query}`);
  if (status !== 200) throw new Error(`slots were answered ${status}`);
  const { days } = body as { days: Record<string, number[]> };
  return Object.entries(days).flatMap(([date, minutes]) =>
    minutes.map((minute) => Date.parse(date) + minute * 60_000),
  );
}
