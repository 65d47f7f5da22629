import { INTL_LOCALE } from '../../ui/language';

/** Where a practice may be established (ISO 3166-1 alpha-2): decides how national phone numbers are read. */
const COUNTRIES = (
  'AD AE AR AT AU BA BE BF BG BI BJ BR CA CD CF CG CH CI CL CM CN CO CY CZ DE DJ DK DZ EE EG ES FI FR GA GB GN GP GF GR ' +
  'HK HR HT HU IE IL IN IS IT JP KE KM KR LB LI LT LU LV MA MC MD MG MK ML MQ MR MT MU MX MY NC NE NL NO NZ PE PF PH PL ' +
  'PM PT RE RO RS RW SA SC SE SG SI SK SN TD TG TH TN TR TW UA US UY VN YT ZA'
).split(' ');

/** By name, in the language of the page. */
export function namedCountries(): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(INTL_LOCALE, { type: 'region' });
  return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, INTL_LOCALE),
  );
}
