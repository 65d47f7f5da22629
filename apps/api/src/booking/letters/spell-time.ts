import type { Instant, Language } from '@visavis/kernel';

const THIN = '\u202f';
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * A moment for the eye, in one zone and language, the zone named with its offset at that moment:
 * "jeudi 26 novembre 2026, 10 h 30 (heure d’Europe centrale, UTC+1)".
 */
export function spellTime(at: Instant, timeZone: string, language: Language): string {
  return `${spellDay(at, timeZone, language)}, ${spellClock(at, timeZone, language)} (${spellZone(at, timeZone, language)})`;
}

/** The same without zone and year, short enough for a subject: "jeudi 26 novembre, 10 h 30". */
export function spellShortTime(at: Instant, timeZone: string, language: Language): string {
  const day = format(at, language, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  return `${day}, ${spellClock(at, timeZone, language)}`;
}

function spellDay(at: Instant, timeZone: string, language: Language): string {
  return format(at, language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function spellClock(at: Instant, timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: 'hour' | 'minute') => parts.find((p) => p.type === type)?.value ?? '';
  if (language === 'en') return `${part('hour')}:${part('minute')}`;
  return `${Number(part('hour'))}${THIN}h${THIN}${part('minute')}`;
}

function spellZone(at: Instant, timeZone: string, language: Language): string {
  const name = zonePart(at, timeZone, language, 'longGeneric');
  const offset = zonePart(at, timeZone, 'en', 'shortOffset').replace(/^GMT/, 'UTC').replace('-', '−');
  if (timeZone === 'UTC') return 'UTC';
  return `${/^(UTC|GMT)/.test(name) ? timeZone : name}, ${offset}`;
}

function zonePart(
  at: Instant,
  timeZone: string,
  language: Language,
  style: 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], { timeZone, timeZoneName: style }).formatToParts(
    at,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

function format(at: Instant, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], options).format(at);
}
