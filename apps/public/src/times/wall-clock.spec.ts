import { wallClock } from './wall-clock';

const HOUR = 3_600_000;

const halfHours = (from: number, days: number) =>
  Array.from({ length: days * 48 }, (_, k) => from + (k * HOUR) / 2);
const SEASONS = [...halfHours(Date.UTC(2026, 1, 10), 65), ...halfHours(Date.UTC(2026, 8, 20), 50)];

/** The slow and certain way. */
function asked(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant,
  );
}

describe('wallClock', () => {
  it.each([
    'Europe/Paris',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Africa/Casablanca',
    'UTC',
  ])('shows what clocks show in %s, every half hour of the seasons in which clocks change', (timeZone) => {
    for (const instant of SEASONS) {
      const shown = new Date(wallClock(instant, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
      if (shown !== asked(instant, timeZone)) throw new Error(`${new Date(instant).toISOString()}: ${shown}`);
    }
  });
});
