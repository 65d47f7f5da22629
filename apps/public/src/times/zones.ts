import type { Instant, Language } from '@visavis/kernel';
import { localDate, timeWords } from './format-time';
import { wallClock } from './wall-clock';

/** Enough of the world for a page without scripts; with them the browser lists all it knows. */
export const COMMON_ZONES = [
  'Africa/Abidjan',
  'Africa/Casablanca',
  'Africa/Johannesburg',
  'Africa/Tunis',
  'America/Chicago',
  'America/Denver',
  'America/Guadeloupe',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Toronto',
  'Asia/Dubai',
  'Asia/Hong_Kong',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/Athens',
  'Europe/Brussels',
  'Europe/Lisbon',
  'Europe/London',
  'Europe/Paris',
  'Europe/Zurich',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'UTC',
];

/** What the browser knows, the given zones among them. */
export function allZones(...always: string[]): string[] {
  const known =
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : COMMON_ZONES;
  return [...new Set([...known, 'UTC', ...always])].sort();
}

/** The visitor's own zone as the browser tells it; one that knows none may say so by a name that no clock has. */
export function zoneOfBrowser(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC';
}

/** "America/Los_Angeles" → "Los Angeles" */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** Cities of zones that are called otherwise in French; the browser knows zones only by their English names. */
const IN_FRENCH: Readonly<Record<string, string>> = {
  Algiers: 'Alger',
  Athens: 'Athènes',
  Beirut: 'Beyrouth',
  Brussels: 'Bruxelles',
  Bucharest: 'Bucarest',
  Copenhagen: 'Copenhague',
  Dubai: 'Dubaï',
  Lisbon: 'Lisbonne',
  London: 'Londres',
  Montreal: 'Montréal',
  Moscow: 'Moscou',
  Noumea: 'Nouméa',
  Reunion: 'La Réunion',
  'Sao Paulo': 'São Paulo',
  Singapore: 'Singapour',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
};

/** "heure de Paris", "heure d’Amsterdam", "Paris time" */
export function zoneWords(language: Language, timeZone: string): string {
  const name = cityOf(timeZone);
  const city = language === 'fr' ? (IN_FRENCH[name] ?? name) : name;
  if (language === 'en') return `${city} time`;
  if (city === 'UTC' || city === 'GMT') return `heure ${city}`;
  return /^[AEIOUYÉÎ]/.test(city) ? `heure d’${city}` : `heure de ${city}`;
}

/** True when both zones' clocks show the same at every given moment (Paris and Brussels do). */
export function sameClock(a: string, b: string, starts: readonly Instant[]): boolean {
  if (a === b) return true;
  return starts.every((start) => wallClock(start, a) === wallClock(start, b));
}

/** The same moment on the other clock, with its day only when that differs: "16 h 30", "ven. 0 h 30". */
export function timeThere(language: Language, start: Instant, here: string, there: string): string {
  const words = timeWords(language, there);
  const sameDay = localDate(start, here) === localDate(start, there);
  return sameDay ? words.time(start) : words.weekdayAndTime(start);
}
