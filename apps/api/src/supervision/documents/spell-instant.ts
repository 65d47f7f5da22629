import type { Instant, Language } from '@visavis/kernel';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A moment as evidence names it, to the second, with its zone and offset: "27 novembre 2026, 10:32:05 (Europe/Paris, UTC+01:00)". */
export function spellInstant(at: Instant, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'long' }).format(at);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    at,
  );
  return `${day}, ${clock} (${timeZone}, UTC${offset(at, timeZone)})`;
}

function offset(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset;
}
