import {
  canChange,
  type AppointmentStatus,
  type BookedCall,
  type IntakeReason,
  type Outcome,
} from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import type { PublicPractice, PublicSupervisor } from '../calendar/directory';
import { managePath, manageSecret } from '../letters/manage-link';
import { spellPhone } from '../letters/spell-phone';

/** A discovery call as its visitor may know it. */
export interface VisitorCall {
  readonly id: string;
  readonly status: AppointmentStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly linkVersion: number;
  readonly outcome: Outcome | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string;
  readonly reason: IntakeReason;
  readonly words: string | null;
  readonly language: Language;
  readonly timeZone: string;
}

/** The reply to a booking and to every change of it; member by member, so that nothing else slips out. */
export function bookedCallOf(
  call: VisitorCall,
  practice: PublicPractice,
  supervisor: PublicSupervisor,
  key: Buffer,
  now: Instant,
): BookedCall {
  const secret = manageSecret(key, { practiceId: practice.id, id: call.id, linkVersion: call.linkVersion });
  const path = managePath(call.language, practice.slug, call.id, secret);
  return {
    id: call.id,
    status: call.status,
    start: call.startsAt,
    end: call.endsAt,
    practice: { slug: practice.slug, name: practice.name },
    supervisor: { slug: supervisor.slug, name: supervisor.name, timeZone: supervisor.timeZone },
    firstName: call.firstName,
    lastName: call.lastName,
    email: call.email,
    phone: call.phone,
    phoneDisplay: spellPhone(call.phone),
    reason: call.reason,
    words: call.words,
    language: call.language,
    timeZone: call.timeZone,
    outcome: call.outcome,
    canChange: canChange(call, now),
    canRebook: call.outcome === 'did-not-answer',
    managePath: path,
    calendarPath: `/api/public/${practice.slug}/calls/${call.id}/${secret}/calendar.ics`,
  };
}
