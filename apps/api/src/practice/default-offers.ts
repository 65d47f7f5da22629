import type { OfferKind, OfferWish } from '@visavis/booking';

const OFFICE_HOURS = [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }];
const COMMON = {
  bufferBeforeMin: 0,
  minNoticeMin: 12 * 60,
  horizonDays: 60,
  maxPerDay: null,
  weekly: OFFICE_HOURS,
};

/** Offers of a new supervisor: half an hour on the phone, and supervision sessions in the same hours. */
export const DEFAULT_OFFERS: Readonly<Record<OfferKind, OfferWish>> = {
  'discovery-call': { ...COMMON, lengthMin: 30, stepMin: 30, bufferAfterMin: 0, sameHoursAs: null },
  session: { ...COMMON, lengthMin: 90, stepMin: 30, bufferAfterMin: 15, sameHoursAs: 'discovery-call' },
};
