import type { OfferWish } from '@visavis/booking';
import { checkDraft, draftOf, isOvernight, nextWindow, sameDraft, wishOf } from './offer-draft';

const offer: OfferWish = {
  lengthMin: 30,
  stepMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 10,
  minNoticeMin: 120,
  horizonDays: 60,
  maxPerDay: null,
  sameHoursAs: null,
  weekly: [
    { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    { days: [2], start: '20:00', end: '01:00' },
  ],
};

describe('an offer being edited', () => {
  it('comes back as it was when nothing was changed', () => {
    expect(wishOf(draftOf(offer))).toEqual(offer);
    expect(checkDraft(draftOf(offer))).toEqual({ wish: offer, wrong: {} });
  });

  it('shows each weekday its own hours, in order', () => {
    expect(draftOf(offer).days[1]).toEqual([
      { start: '09:00', end: '17:00' },
      { start: '20:00', end: '01:00' },
    ]);
    expect(draftOf(offer).days[6]).toEqual([]);
  });

  it('names the field that is wrong', () => {
    expect(checkDraft({ ...draftOf(offer), lengthMin: 3, horizonDays: null }).wrong).toEqual({
      lengthMin: 'too-small',
      horizonDays: 'required',
    });
    expect(checkDraft({ ...draftOf(offer), days: [[{ start: '9', end: '17:00' }]] }).wrong).toEqual({
      weekly: 'invalid-time',
    });
  });

  it('knows a change from a copy', () => {
    expect(sameDraft(draftOf(offer), draftOf({ ...offer }))).toBe(true);
    expect(sameDraft(draftOf(offer), draftOf({ ...offer, maxPerDay: 3 }))).toBe(false);
  });

  it('tells hours that run over midnight', () => {
    expect(isOvernight({ start: '20:00', end: '01:00' })).toBe(true);
    expect(isOvernight({ start: '20:00', end: '24:00' })).toBe(false);
  });

  it('proposes hours after the last ones', () => {
    expect(nextWindow([])).toEqual({ start: '09:00', end: '17:00' });
    expect(nextWindow([{ start: '09:00', end: '12:00' }])).toEqual({ start: '13:00', end: '15:00' });
  });
});
