import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js';
import { malformed } from '../../http/shape';

/**
 * A typed number as E.164, read with the numbering plan of `country` when it does not begin with +.
 * @throws Refusal malformed naming the field `phone`, or `phoneCountry` when no plan is known for it
 */
export function readPhone(typed: string, country: string): string {
  if (!isSupportedCountry(country)) throw malformed([{ field: 'phoneCountry', code: 'not-in-list' }]);
  const number = parsePhoneNumber(typed, { defaultCountry: country as CountryCode, extract: false });
  if (number === undefined || !number.isPossible() || number.ext !== undefined) {
    throw malformed([{ field: 'phone', code: 'invalid-phone' }]);
  }
  return number.number;
}
