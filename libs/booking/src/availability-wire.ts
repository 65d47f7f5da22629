import * as z from 'zod';
import { OFFER_KINDS } from './words';
import {
  clockEndText,
  clockText,
  dateText,
  instantText,
  oneLine,
  timeZoneText,
  wholeNumber,
} from '@visavis/typed-text';
import { countryText } from './country-text';

/** A stretch of a local day; an end at or before the start means the next day. */
export const windowShape = z.strictObject({ start: clockText, end: clockEndText });

/** Weekly hours: ISO weekdays 1 (Monday) to 7. */
export const weeklyRule = z.strictObject({
  days: z.array(wholeNumber(1, 7)).min(1, { error: 'required' }).max(7, { error: 'too-long' }),
  start: clockText,
  end: clockEndText,
});
export type WeeklyRule = z.output<typeof weeklyRule>;

/** `PUT /api/offers/:kind`: all of one offer. Minutes, days; `maxPerDay` null means no cap. */
export const offerWish = z.strictObject({
  lengthMin: wholeNumber(5, 480),
  stepMin: wholeNumber(5, 480),
  bufferBeforeMin: wholeNumber(0, 240),
  bufferAfterMin: wholeNumber(0, 240),
  minNoticeMin: wholeNumber(0, 43_200),
  horizonDays: wholeNumber(1, 365),
  maxPerDay: wholeNumber(1, 50).nullable(),
  /** Use the weekly hours of the other offer; `weekly` is then kept but not used. */
  sameHoursAs: z.enum(OFFER_KINDS, { error: 'not-in-list' }).nullable(),
  weekly: z.array(weeklyRule).max(50, { error: 'too-long' }),
});
export type OfferWish = z.output<typeof offerWish>;

/** `PUT /api/overrides/:date`: the date's own hours; no windows closes the date. */
export const overrideWish = z.strictObject({
  windows: z.array(windowShape).max(20, { error: 'too-long' }),
  label: oneLine(120).nullable(),
});
export type OverrideWish = z.output<typeof overrideWish>;

/** `POST /api/overrides/holidays`: close these public holidays. */
export const holidaysWish = z.strictObject({
  dates: z
    .array(z.strictObject({ date: dateText, name: oneLine(120) }))
    .min(1, { error: 'required' })
    .max(60, { error: 'too-long' }),
});
export type HolidaysWish = z.output<typeof holidaysWish>;

/** `PUT /api/calendar`: where the supervisor's clock stands and whose holidays count. */
export const calendarWish = z.strictObject({
  timeZone: timeZoneText,
  holidayCountry: countryText.nullable(),
  holidayRegion: oneLine(20).nullable(),
});
export type CalendarWish = z.output<typeof calendarWish>;

/** `POST /api/availability/preview`: what visitors would see with this unsaved offer. */
export const previewWish = z.strictObject({
  kind: z.enum(OFFER_KINDS, { error: 'not-in-list' }),
  offer: offerWish,
  from: dateText,
  days: wholeNumber(1, 62),
});
export type PreviewWish = z.output<typeof previewWish>;

/** `POST /api/availability/explain`: why is this time not offered, under this unsaved offer? */
export const explainWish = z.strictObject({
  kind: z.enum(OFFER_KINDS, { error: 'not-in-list' }),
  offer: offerWish,
  start: instantText,
});
export type ExplainWish = z.output<typeof explainWish>;

export const availabilityReply = z.object({
  timeZone: z.string(),
  holidayCountry: z.string().nullable(),
  holidayRegion: z.string().nullable(),
  offers: z.record(z.enum(OFFER_KINDS), offerWish),
  overrides: z.array(
    z.object({
      date: z.string(),
      windows: z.array(windowShape),
      label: z.string().nullable(),
      holiday: z.boolean(),
    }),
  ),
});
export type AvailabilityReply = z.output<typeof availabilityReply>;

/** Epoch milliseconds, ascending. */
export const previewReply = z.object({ starts: z.array(z.number().int()) });
export type PreviewReply = z.output<typeof previewReply>;

export const explainReply = z.object({
  /** null: the time is offered. */
  reason: z
    .enum(['too-soon', 'too-late', 'closed-date', 'outside-hours', 'off-grid', 'day-full', 'busy', 'buffer'])
    .nullable(),
});
export type ExplainReply = z.output<typeof explainReply>;

export const holidaysReply = z.object({
  holidays: z.array(z.object({ date: z.string(), name: z.string(), closed: z.boolean() })),
});
export type HolidaysReply = z.output<typeof holidaysReply>;

export const countriesReply = z.object({
  countries: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
});
export type CountriesReply = z.output<typeof countriesReply>;
