import { isTooLate } from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import { ICalCalendarMethod } from 'ical-generator';
import { spellShortTime, spellTime } from '../../../booking/letters/spell-time';
import { writeCalendar } from '../../../booking/letters/write-calendar';
import type { Correspondent, LeaveReason, Mail, Written } from '../../../outbox/letter-writer';
import { letterHtml, letterPlainText, type LetterBody } from '../../../outbox/paper/letter-html';
import { oneLine } from '../../../outbox/paper/one-line';
import type { SessionLetterFacts, SessionPerson } from './session-letter-facts';
import { englishTexts } from './texts/english';
import { frenchTexts } from './texts/french';
import type { SessionLetterTexts } from './texts/session-letter-text';

const TEXTS: Readonly<Record<Language, SessionLetterTexts>> = { fr: frenchTexts, en: englishTexts };

export interface SessionLetterSettings {
  readonly publicUrl: string;
  /** Address letters are sent from: ORGANIZER of the calendar part. */
  readonly sendingAddress: string;
}

/** A letter about a session, or why it must not leave any more. */
export function writeSessionLetter(
  facts: SessionLetterFacts,
  settings: SessionLetterSettings,
  now: Instant,
): Written {
  const { supervisor, coach } = facts.people;
  if (supervisor === null || coach === null) return { leave: 'erased' };
  const leave = reasonToLeave(facts, now);
  if (leave !== null) return { leave };
  const [reader, other] = facts.reader === 'coach' ? [coach, supervisor] : [supervisor, coach];
  const body = bodyOf(facts, reader, other, settings);
  return {
    mail: {
      to: correspondent(reader),
      replyTo: correspondent(other),
      fromName: facts.practice.name,
      language: facts.language,
      subject: oneLine(body.subject),
      text: letterPlainText(body),
      html: letterHtml(body),
      calendar: calendarOf(facts, [supervisor, coach], reader, other, settings, now),
    },
  };
}

function reasonToLeave(facts: SessionLetterFacts, now: Instant): LeaveReason | null {
  if (isTooLate({ kind: sameKindOfCall(facts), dueAt: facts.dueAt }, facts.start, now)) return 'too-late';
  if (facts.overtaken) return 'overtaken';
  return facts.kind !== 'session-cancelled' && facts.status !== 'booked' ? 'overtaken' : null;
}

/** Lateness is the same for sessions and for calls. */
function sameKindOfCall({ kind }: SessionLetterFacts) {
  if (kind === 'session-reminder-24h') return 'reminder-24h';
  if (kind === 'session-reminder-1h') return 'reminder-1h';
  return 'confirmation';
}

function correspondent({ name, email }: SessionPerson): Correspondent {
  return { name: oneLine(name), address: email };
}

function bodyOf(
  facts: SessionLetterFacts,
  reader: SessionPerson,
  other: SessionPerson,
  { publicUrl }: SessionLetterSettings,
): LetterBody {
  const { language, practice, start } = facts;
  const texts = TEXTS[language];
  const words = texts.letters[facts.kind]({
    reader: reader.name,
    other: other.name,
    when: spellTime(start, reader.timeZone, language),
    shortWhen: spellShortTime(start, reader.timeZone, language),
    where: texts.where(facts.medium, facts.place),
  });
  return {
    language,
    ...words,
    link: {
      label: texts.link,
      address: `${publicUrl}/app/${language}/contracts/${facts.contractId}/sessions`,
    },
    foot: texts.foot(practice.name),
    privacy: { label: texts.privacy, address: `${publicUrl}/${language}/c/${practice.slug}/privacy` },
  };
}

function calendarOf(
  facts: SessionLetterFacts,
  people: readonly SessionPerson[],
  reader: SessionPerson,
  other: SessionPerson,
  settings: SessionLetterSettings,
  now: Instant,
): Mail['calendar'] {
  const { kind, language, medium, place } = facts;
  if (kind === 'session-reminder-24h' || kind === 'session-reminder-1h') return null;
  const cancelled = kind === 'session-cancelled';
  const method = cancelled ? 'CANCEL' : 'REQUEST';
  const entry = {
    id: facts.appointmentId,
    sequence: facts.sequence,
    start: facts.start,
    end: facts.end,
    cancelled,
    summary: TEXTS[language].calendarSummary(other.name),
    location: TEXTS[language].where(medium, place),
    organizer: { name: facts.practice.name, address: settings.sendingAddress },
    attendees: people.map(correspondent),
    ...(/^https:\/\/\S+$/.test(place) && { url: place }),
  };
  const frame = { method: ICalCalendarMethod[method], language, timeZone: reader.timeZone, now };
  return { method, content: writeCalendar(frame, [entry]) };
}
