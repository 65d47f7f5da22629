import type { Language } from '@visavis/kernel';

export interface PhoneCountry {
  /** ISO 3166-1 alpha-2 */
  readonly code: string;
  readonly callingCode: string;
  readonly name: string;
}

/**
 * Where a national number may come from; any other country's number is typed with its +. Calling codes are only
 * shown, the server reads the number with the full metadata.
 */
const CALLING_CODES =
  'AT43 AU61 BE32 BG359 BL590 BR55 CA1 CD243 CH41 CI225 CM237 CY357 CZ420 DE49 DK45 DZ213 EE372 ES34 FI358 FR33 GB44 GF594 GP590 GR30 HK852 HR385 IE353 IL972 IN91 IS354 IT39 JP81 LB961 LI423 LT370 LU352 LV371 MA212 MC377 MF590 MQ596 MT356 MU230 MX52 NC687 NL31 NO47 NZ64 PF689 PL48 PM508 PT351 RE262 RO40 SE46 SG65 SI386 SK421 SN221 TN216 UA380 US1 WF681 YT262 ZA27';

/** Named and sorted for the reader; the practice's own country first. */
export function phoneCountries(language: Language, first: string): PhoneCountry[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const countries = CALLING_CODES.split(' ').map((entry) => ({
    code: entry.slice(0, 2),
    callingCode: entry.slice(2),
    name: names.of(entry.slice(0, 2)) ?? entry.slice(0, 2),
  }));
  const order = new Intl.Collator(language);
  return countries.sort(
    (a, b) => Number(b.code === first) - Number(a.code === first) || order.compare(a.name, b.name),
  );
}

/** No zero to drop: it belongs to the number there. */
const KEEPS_ZERO = new Set(['IT', 'CI', 'CM', 'GA']);

/** Never broken over two lines. */
export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0');
}

/** The number as it will be dialled from abroad, as far as it can be told from what was typed so far. */
export function dialledNumber(typed: string, country: string): string {
  const number = typed.trim().replace(/\s+/g, ' ');
  if (number === '' || number.startsWith('+')) return number;
  if (/^00[1-9]/.test(number)) return `+${number.slice(2)}`;
  const code = CALLING_CODES.split(' ')
    .find((entry) => entry.startsWith(country))
    ?.slice(2);
  if (!code) return number;
  return `+${code} ${KEEPS_ZERO.has(country) ? number : number.replace(/^(\()?0[\s.-]*/, '$1')}`;
}
