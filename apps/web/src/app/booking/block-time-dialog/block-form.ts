import type { BlockWish } from '@visavis/booking';
import * as z from 'zod';
import { addDays } from '../../ui/local-date';

const clock = z.string().regex(/^\d{2}:\d{2}$/, { error: 'invalid-time' });
const date = z.iso.date({ error: 'invalid-date' });

const typedFields = z.object({
  title: z.string().max(120, { error: 'too-long' }),
  wholeDays: z.boolean(),
  startDate: date,
  startTime: clock,
  endDate: date,
  endTime: clock,
  repeated: z.boolean(),
  everyWeeks: z
    .number({ error: 'required' })
    .int({ error: 'invalid' })
    .min(1, { error: 'too-small' })
    .max(8, { error: 'too-large' }),
  days: z.array(z.number()),
  until: date,
});
type Typed = z.output<typeof typedFields>;

/** What is typed: wall clock of the supervisor. A whole-day block runs from midnight to midnight. */
export const blockForm = typedFields
  .refine((typed) => localEnd(typed) > localStart(typed), { path: ['endTime'], error: 'too-small' })
  .refine((typed) => !typed.repeated || typed.days.length > 0, { path: ['days'], error: 'required' })
  .refine((typed) => !typed.repeated || typed.until >= typed.startDate, {
    path: ['until'],
    error: 'too-small',
  });
export type BlockForm = z.input<typeof blockForm>;

export function blockWishOf(typed: BlockForm, leaveOutTaken: boolean): BlockWish {
  const { title, repeated, everyWeeks, days, until } = typed;
  return {
    start: localStart(typed),
    end: localEnd(typed),
    title: title.trim() === '' ? null : title.trim(),
    repeat: repeated ? { everyWeeks, days: [...days].sort((a, b) => a - b), until } : null,
    leaveOutTaken,
  };
}

type Times = Pick<Typed, 'wholeDays' | 'startDate' | 'startTime' | 'endDate' | 'endTime'>;

function localStart({ wholeDays, startDate, startTime }: Times): string {
  return `${startDate}T${wholeDays ? '00:00' : startTime}`;
}

function localEnd({ wholeDays, endDate, endTime }: Times): string {
  return wholeDays ? `${nextDay(endDate)}T00:00` : `${endDate}T${endTime}`;
}

/** Half-typed dates are left as they are: the schema says what is wrong with them. */
function nextDay(text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : addDays(text, 1);
}
