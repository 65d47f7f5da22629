import type { Instant, Language } from '@visavis/kernel';

/** How moments are written for a reader: `jeudi 26 novembre`, `10 h 30`; `Thursday 26 November`, `10:30`. */
export interface TimeWords {
  day(start: Instant): string;
  time(start: Instant): string;
  /** "jeu. 10 h 30" */
  weekdayAndTime(start: Instant): string;
  /** "jeudi 26 novembre, 10 h 30" */
  dayAndTime(start: Instant): string;
  /** The local date, `YYYY-MM-DD`, to compare and to group by. */
  date(start: Instant): string;
}

/** A no-break space: the thin one all but vanishes between digits. */
const SPACE = '\u00a0';
const made = new Map<string, TimeWords>();

/** @param timeZone IANA name known to the runtime; anything else is a RangeError of Intl. */
export function timeWords(language: Language, timeZone: string): TimeWords {
  const key = `${language} ${timeZone}`;
  let words = made.get(key);
  if (!words) made.set(key, (words = makeWords(language, timeZone)));
  return words;
}

function makeWords(language: Language, timeZone: string): TimeWords {
  const locale = language === 'fr' ? 'fr' : 'en-GB';
  const dayFormat = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const weekdayFormat = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateFormat = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

  const day = (start: Instant) => inLanguage(language, dayFormat.format(start));
  const time = (start: Instant) => (language === 'fr' ? frenchTime(clock.format(start)) : clock.format(start));
  const weekdayAndTime = (start: Instant) => `${weekdayFormat.format(start)} ${time(start)}`;
  return { day, time, weekdayAndTime, dayAndTime: (start) => `${day(start)}, ${time(start)}`, date: (start) => dateFormat.format(start) };
}

/** The first of the month is an ordinal in French, which Intl does not say; English drops its comma. */
function inLanguage(language: Language, day: string): string {
  return language === 'fr' ? day.replace(/ 1 /, ' 1er ') : day.replace(',', '');
}

/** "10:30" → "10 h 30", "09:00" → "9 h" */
function frenchTime(clock: string): string {
  const [hour, minute] = clock.split(':');
  return `${Number(hour)}${SPACE}h${minute === '00' ? '' : SPACE + minute}`;
}
