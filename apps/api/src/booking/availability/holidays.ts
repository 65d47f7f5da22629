import type { CountriesReply } from '@visavis/booking';
import { DAY, type Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import type HolidaysOfPlace from 'date-holidays';

export interface PublicHoliday {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
}

type Library = typeof HolidaysOfPlace;

/**
 * Public holidays of the world. The library is large, so a process loads it when somebody asks for the first
 * time: visitors never do.
 */
@Injectable()
export class Holidays {
  private library: Promise<Library> | null = null;
  private readonly countriesIn = new Map<Language, CountriesReply['countries']>();

  /** Every date of the year that is a public holiday there, ascending, each once. */
  async of(
    country: string,
    region: string | null,
    year: number,
    language: Language,
  ): Promise<PublicHoliday[]> {
    const library = await this.load();
    const options = { types: ['public' as const] };
    const place = region === null ? new library(country, options) : new library(country, region, options);
    const dates = place.getHolidays(year, language).flatMap(({ date, start, end, name }) => {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
      const first = Temporal.PlainDate.from(date.slice(0, 10));
      return Array.from({ length: days }, (_, day) => ({
        date: first.add({ days: day }).toString(),
        name: short(name),
      }));
    });
    const once = new Map(dates.reverse().map((holiday) => [holiday.date, holiday]));
    return [...once.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  /** Countries and their regions, by name. */
  async countries(language: Language): Promise<CountriesReply['countries']> {
    const known = this.countriesIn.get(language);
    if (known !== undefined) return known;
    const library = await this.load();
    const all = new library();
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, language);
    // The library knows many countries by their own name only.
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const countries = named(all.getCountries(language))
      .map(({ code, name }) => ({
        code,
        name: names.of(code) ?? name,
        regions: named(all.getStates(code, language)).sort(byName),
      }))
      .sort(byName);
    this.countriesIn.set(language, countries);
    return countries;
  }

  async knowsCountry(country: string): Promise<boolean> {
    return (await this.countries('en')).some(({ code }) => code === country);
  }

  async knowsRegion(country: string, region: string): Promise<boolean> {
    const found = (await this.countries('en')).find(({ code }) => code === country);
    return found?.regions.some(({ code }) => code === region) ?? false;
  }

  private load(): Promise<Library> {
    this.library ??= import('date-holidays').then(({ default: library }) => library);
    return this.library;
  }
}

function named(names: Readonly<Record<string, string>> | undefined): { code: string; name: string }[] {
  return Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
}

/** As long as the label of a date may be. */
function short(name: string): string {
  return name.slice(0, 120).trim();
}
