import type { Instant, Language } from '@visavis/kernel';
import { wallClock } from './wall-clock';

/** How moments are written for a reader: `jeudi 26 novembre`, `10 h 30`; `Thursday 26 November`, `10:30`. */
export interface TimeWords {
  day(start: Instant): string;
  time(start: Instant): string;
  /** "jeu. 10 h 30" */
  weekdayAndTime(start: Instant): string;
  /** "jeudi 26 novembre, 10 h 30" */
  dayAndTime(start: Instant): string;
}

/** A no-break space: the thin one all but vanishes between digits. */
const SPACE = '\u00a0';

/** The local date in a zone, `YYYY-MM-DD`, to compare and to group by. */
export function localDate(start: Instant, timeZone: string): string {
  return new Date(wallClock(start, timeZone)).toISOString().slice(0, 10);
}

/** @param timeZone IANA name known to the runtime; its use throws a RangeError otherwise. */
export function timeWords(language: Language, timeZone: string): TimeWords {
  const shown = (start: Instant) => new Date(wallClock(start, timeZone));
  const day = (start: Instant) => inLanguage(language, formatIn(language, 'long').format(shown(start)));
  const time = (start: Instant) => spellTime(language, shown(start).toISOString().slice(11, 16));
  return {
    day,
    time,
    weekdayAndTime: (start) => `${formatIn(language, 'short').format(shown(start))} ${time(start)}`,
    dayAndTime: (start) => `${day(start)}, ${time(start)}`,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Of what a clock shows, which is handed in as if it were UTC. */
function formatIn(language: Language, weekday: 'long' | 'short'): Intl.DateTimeFormat {
  const key = language + weekday;
  let format = formats.get(key);
  if (!format) {
    const date = weekday === 'long' ? ({ day: 'numeric', month: 'long' } as const) : {};
    format = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', {
      timeZone: 'UTC',
      weekday,
      ...date,
    });
    formats.set(key, format);
  }
  return format;
}

/** The first of the month is an ordinal in French, which Intl does not say; English drops its comma. */
function inLanguage(language: Language, day: string): string {
  return language === 'fr' ? day.replace(/ 1 /, ' 1er ') : day.replace(',', '');
}

/** "10:30" is read "10 h 30" in French, "09:00" is read "9 h". */
function spellTime(language: Language, clock: string): string {
  if (language === 'en') return clock;
  const [hour, minute] = clock.split(':');
  return `${Number(hour)}${SPACE}h${minute === '00' ? '' : SPACE + minute}`;
}
