import {
  planLetters,
  refuse,
  type AllowedBooking,
  type IntakeReason,
  type PlannedLetter,
} from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Statements } from '../../database/statements';
import { isRetryable, raised } from '../../database/violates';
import type { CalendarKey } from '../calendar/calendars';

export interface Intake {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  /** E.164 */
  readonly phone: string;
  readonly reason: IntakeReason;
  readonly words: string | null;
  readonly language: Language;
  readonly timeZone: string;
}

/** SHA-256 of the caller's key and of what was asked with it. */
export interface Idempotency {
  readonly keyHash: Buffer;
  readonly bodyHash: Buffer;
}

export type Confirmed =
  | { readonly result: 'booked' | 'replayed'; readonly appointmentId: string }
  | { readonly result: 'stale' | 'day-full' | 'blocked' | 'person-limit' | 'time-just-taken' };

interface ConfirmRow {
  readonly result: 'booked' | 'stale' | 'day-full' | 'blocked' | 'replayed' | 'idempotency-mismatch';
  readonly appointment_id: string;
}

const CONFIRM = `SELECT result, appointment_id FROM confirm_booking(
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`;

/**
 * Writes an allowed booking in one statement: calendar's lock, version, cap, appointment, intake, letters,
 * audit and idempotency key, all or nothing.
 */
@Injectable()
export class ConfirmBooking {
  constructor(private readonly statements: Statements) {}

  /** @throws Refusal idempotency-mismatch, practice-closing */
  async confirm(
    key: CalendarKey,
    allowed: AllowedBooking,
    intake: Intake,
    supervisorLanguage: Language,
    idempotency: Idempotency | null,
    now: Instant,
  ): Promise<Confirmed> {
    const id = randomUUIDv7();
    const { range, occupies, cap } = allowed;
    const letters = planLetters('booked', {
      start: range.start,
      now,
      hasVisitorAddress: intake.email !== null,
      sequence: 0,
      languages: { visitor: intake.language, supervisor: supervisorLanguage },
    });
    const values = [
      key.practiceId,
      key.supervisorId,
      allowed.version,
      new Date(now),
      id,
      new Date(range.start),
      new Date(range.end),
      new Date(occupies.start),
      new Date(occupies.end),
      cap?.maxPerDay ?? null,
      cap ? new Date(cap.date.start) : null,
      cap ? new Date(cap.date.end) : null,
      'public',
      null,
      JSON.stringify(intake),
      JSON.stringify(letters.map(letterRow)),
      randomUUIDv7(),
      randomUUIDv7(),
      idempotency?.keyHash ?? null,
      idempotency?.bodyHash ?? null,
    ];
    try {
      const row = await this.statements.one<ConfirmRow>('confirm-booking', CONFIRM, values);
      return told(row);
    } catch (error) {
      if (raised(error, 'time-just-taken')) return { result: 'time-just-taken' };
      if (raised(error, 'practice-closing')) throw refuse('practice-closing');
      if (raised(error, 'person-limit')) return { result: 'person-limit' };
      if (raised(error, 'key-in-flight') || isRetryable(error)) return { result: 'stale' };
      throw error;
    }
  }
}

function told(row: ConfirmRow | null): Confirmed {
  if (row === null) throw new Error('confirm_booking answered nothing');
  if (row.result === 'idempotency-mismatch') throw refuse('idempotency-mismatch');
  if (row.result === 'booked' || row.result === 'replayed')
    return { result: row.result, appointmentId: row.appointment_id };
  return { result: row.result };
}

function letterRow({ kind, recipient, language, dueAt }: PlannedLetter) {
  return { id: randomUUIDv7(), kind, recipient, language, due_at: new Date(dueAt).toISOString() };
}
