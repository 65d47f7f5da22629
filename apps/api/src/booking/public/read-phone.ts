// The build without helpers for old engines reads a number in half of the time.
import parsePhoneNumber, {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
} from 'libphonenumber-js/core/es6';
import plans from 'libphonenumber-js/min/metadata';
import { malformed } from '../../http/shape';

/**
 * A typed number as E.164, read with the numbering plan of `country` when it does not begin with +.
 * @param field the field that a refusal names
 * @throws Refusal malformed naming the field, or `phoneCountry` when no plan is known for it
 */
export function readPhone(typed: string, country: string, field = 'phone'): string {
  const defaultCountry = country as CountryCode;
  if (!isSupportedCountry(defaultCountry, plans))
    throw malformed([{ field: 'phoneCountry', code: 'not-in-list' }]);
  const number = parsePhoneNumber(typed, { defaultCountry, extract: false }, plans);
  if (number === undefined || !canBeCalled(number)) throw malformed([{ field, code: 'invalid-phone' }]);
  return number.number;
}

/**
 * Plans gain new ranges faster than libraries learn them, so a number only has to be as long as its country's are.
 * One digit too few may look like that, when it is the leading 0 that fills up: `06 12 34 56 7`.
 */
function canBeCalled(number: PhoneNumber): boolean {
  if (!number.isPossible() || number.ext !== undefined) return false;
  return !number.nationalNumber.startsWith('0') || number.isValid();
}
