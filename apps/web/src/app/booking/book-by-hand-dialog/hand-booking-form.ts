import { emailText, handBookingWish, type HandBookingWish } from '@visavis/booking';
import * as z from 'zod';
import { minutesOf } from '../../ui/say-time';
import { instantAt } from '../../ui/zone-clock';

/** What is typed: a date and a clock of the supervisor, an address that may stay empty. */
export const handBookingForm = handBookingWish
  .omit({ start: true, email: true, phoneCountry: true, words: true })
  .extend({
    date: z.iso.date({ error: 'invalid-date' }),
    time: z.string().regex(/^\d{2}:\d{2}$/, { error: 'invalid-time' }),
    email: z.union([z.literal(''), emailText], { error: 'invalid-email' }),
    words: z.string().max(2000, { error: 'too-long' }),
  });
export type HandBookingForm = z.input<typeof handBookingForm>;

/** As the server wants it; `zone` is the supervisor's. */
export function handBookingWishOf(typed: HandBookingForm, zone: string): HandBookingWish {
  const { date, time, email, words, ...rest } = handBookingForm.parse(typed);
  return {
    ...rest,
    start: new Date(instantAt(zone, date, minutesOf(time))).toISOString(),
    email: email === '' ? null : email,
    ...(words.trim() !== '' && { words }),
  };
}
