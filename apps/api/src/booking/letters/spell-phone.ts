import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** An E.164 number for the eye, with no-break spaces: "+33 1 99 00 12 34". */
export function spellPhone(e164: string): string {
  return (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164).replaceAll(' ', '\u00a0');
}
