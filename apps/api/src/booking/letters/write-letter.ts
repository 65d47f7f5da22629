import { isTooLate, type LetterKind } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import type { Correspondent, LeaveReason, Mail, Written } from '../../outbox/letter-writer';
import { calendarPart } from './calendar-of-call';
import type { LetterFacts } from './letter-facts';
import { letterHtml, letterPlainText, type LetterBody } from '../../outbox/paper/letter-html';
import { managePath, manageSecret } from './manage-link';
import { oneLine } from '../../outbox/paper/one-line';
import { spellPhone } from './spell-phone';
import { spellShortTime, spellTime } from './spell-time';
import { LETTER_TEXTS } from './texts';
import type { LetterText, Spoken, SupervisorLetterKind, VisitorOnlyKind } from './texts/letter-text';

/** What is configured, not stored: links never come from a request. */
export interface LetterSettings {
  /** Origin of the public pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly secretKey: Buffer;
  /** Address letters are sent from. */
  readonly sendingAddress: string;
}

/** A letter from its facts, or why it must not leave any more. */
export function writeLetter(facts: LetterFacts, settings: LetterSettings, now: Instant): Written {
  const leave = reasonToLeave(facts, now);
  if (leave !== null) return { leave };
  const to = addressee(facts);
  if (to === null) return { leave: 'no-address' };
  const body = bodyOf(facts, settings);
  return {
    mail: {
      to,
      replyTo: facts.letter.recipient === 'visitor' ? supervisorOf(facts) : visitorOf(facts),
      fromName: facts.practice.name,
      language: facts.letter.language,
      subject: oneLine(body.subject),
      text: letterPlainText(body),
      html: letterHtml(body),
      calendar: calendarOf(facts, settings, now),
    },
  };
}

function reasonToLeave(facts: LetterFacts, now: Instant): LeaveReason | null {
  const { letter, appointment, visitor } = facts;
  // A supervisor still learns that a call is off when the visitor erased themselves with it.
  if (visitor === null && !(letter.recipient === 'supervisor' && letter.kind === 'cancellation'))
    return 'erased';
  if (isTooLate(letter, appointment.start, now)) return 'too-late';
  if (facts.overtaken) return 'overtaken';
  const aboutBooked = letter.kind !== 'cancellation' && letter.kind !== 'rebooking';
  return aboutBooked && appointment.status !== 'booked' ? 'overtaken' : null;
}

function supervisorOf({ supervisor }: LetterFacts): Correspondent {
  return { name: oneLine(supervisor.name), address: supervisor.email };
}

function visitorOf({ visitor }: LetterFacts): Correspondent | null {
  if (visitor === null || visitor.email === null) return null;
  return { name: oneLine(visitor.name), address: visitor.email };
}

function addressee(facts: LetterFacts): Correspondent | null {
  if (facts.letter.recipient === 'visitor') return visitorOf(facts);
  return facts.supervisor.left ? null : supervisorOf(facts);
}

function readerZone(facts: LetterFacts): string {
  return facts.letter.recipient === 'visitor' && facts.visitor !== null
    ? facts.visitor.timeZone
    : facts.supervisor.timeZone;
}

function bodyOf(facts: LetterFacts, settings: LetterSettings): LetterBody {
  const { language } = facts.letter;
  const words = wordsFor(facts, {
    when: spellTime(facts.appointment.start, readerZone(facts), language),
    shortWhen: spellShortTime(facts.appointment.start, readerZone(facts), language),
    supervisor: facts.supervisor.name,
    visitor: facts.visitor?.name ?? null,
    firstName: facts.visitor?.firstName ?? '',
    phone: facts.visitor === null ? '' : spellPhone(facts.visitor.phone),
  });
  const texts = LETTER_TEXTS[language];
  return {
    language,
    subject: words.subject,
    paragraphs: words.paragraphs,
    link: { label: words.link, address: `${settings.publicUrl}${linkPath(facts, settings)}` },
    closing: words.closing,
    foot: texts.foot(facts.practice.name),
    privacy: {
      label: texts.privacy,
      address: `${settings.publicUrl}/${language}/c/${facts.practice.slug}/privacy`,
    },
  };
}

function wordsFor({ letter }: LetterFacts, spoken: Spoken): LetterText {
  const texts = LETTER_TEXTS[letter.language];
  if (letter.recipient === 'visitor') return texts.visitor[letter.kind](spoken);
  if (isVisitorOnly(letter.kind)) throw new Error(`no ${letter.kind} letter for a supervisor`);
  return texts.supervisor[letter.kind satisfies SupervisorLetterKind](spoken);
}

function isVisitorOnly(kind: LetterKind): kind is VisitorOnlyKind {
  return kind === 'existing-link' || kind === 'rebooking';
}

function linkPath({ letter, appointment, practice }: LetterFacts, settings: LetterSettings): string {
  if (letter.recipient === 'supervisor') return `/app/${letter.language}/appointments/${appointment.id}`;
  return managePath(
    letter.language,
    practice.slug,
    appointment.id,
    manageSecret(settings.secretKey, appointment),
  );
}

function calendarOf(facts: LetterFacts, settings: LetterSettings, now: Instant): Mail['calendar'] {
  const { letter, appointment, visitor } = facts;
  if (letter.kind !== 'confirmation' && letter.kind !== 'move' && letter.kind !== 'cancellation') return null;
  const method = letter.kind === 'cancellation' ? 'CANCEL' : 'REQUEST';
  const call = {
    id: appointment.id,
    start: appointment.start,
    end: appointment.end,
    sequence: letter.sequence,
    cancelled: method === 'CANCEL',
    supervisor: supervisorOf(facts),
    visitor: visitor === null ? null : { name: visitor.name, address: visitor.email, phone: visitor.phone },
    organizer: { name: facts.practice.name, address: settings.sendingAddress },
  };
  const reader = { recipient: letter.recipient, language: letter.language, timeZone: readerZone(facts) };
  return { method, content: calendarPart(method, call, reader, now) };
}
