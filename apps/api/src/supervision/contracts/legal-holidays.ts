import { Holidays } from '../../booking/availability/holidays';

const holidays = new Holidays();
const known = new Map<string, Promise<readonly string[]>>();

/** Public holidays of a whole country, `YYYY-MM-DD`, in a year and the next; none of a country nobody knows. */
export function legalHolidays(country: string, year: number): Promise<readonly string[]> {
  const key = `${country} ${year}`;
  const dates = known.get(key) ?? read(country, year);
  known.set(key, dates);
  return dates;
}

async function read(country: string, year: number): Promise<readonly string[]> {
  if (!(await holidays.knowsCountry(country))) return [];
  const years = await Promise.all([year, year + 1].map((one) => holidays.of(country, null, one, 'en')));
  return years.flat().map(({ date }) => date);
}
