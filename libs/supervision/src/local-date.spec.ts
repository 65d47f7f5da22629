import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, weekday } from './local-date';

const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const dates = date.map((at) => at.toISOString().slice(0, 10));

test('dates are counted as Temporal counts them', () => {
  fc.assert(
    fc.property(dates, dates, fc.integer({ min: -900, max: 900 }), (one, other, count) => {
      const plain = Temporal.PlainDate.from(one);
      expect(addDays(one, count)).toBe(plain.add({ days: count }).toString());
      expect(addMonths(one, count)).toBe(plain.add({ months: count }).toString());
      expect(daysBetween(one, other)).toBe(plain.until(other, { largestUnit: 'days' }).days);
      expect(weekday(one)).toBe(plain.dayOfWeek);
    }),
  );
});
