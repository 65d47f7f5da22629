import type { AvailabilityReply, OfferWish } from '@visavis/booking';
import { openHoursOn } from './open-hours';

const offer: OfferWish = {
  lengthMin: 30,
  stepMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 0,
  horizonDays: 30,
  maxPerDay: null,
  sameHoursAs: null,
  weekly: [
    { days: [4], start: '09:00', end: '17:00' },
    { days: [4], start: '20:00', end: '01:00' },
  ],
};

function saved(overrides: AvailabilityReply['overrides'] = []): AvailabilityReply {
  return {
    timeZone: 'Europe/Paris',
    holidayCountry: null,
    holidayRegion: null,
    offers: { 'discovery-call': offer, session: { ...offer, weekly: [], sameHoursAs: 'discovery-call' } },
    overrides,
  };
}

const shown = (reply: AvailabilityReply, date: string, kind: 'discovery-call' | 'session' = 'session') =>
  openHoursOn(reply, kind, date).map(
    ({ start, end }) =>
      `${new Date(start).toISOString().slice(5, 16)}/${new Date(end).toISOString().slice(5, 16)}`,
  );

describe('open hours behind the week', () => {
  it('are those of the weekday, also when they are those of the other offer', () => {
    expect(shown(saved(), '2026-11-26')).toEqual(['11-26T08:00/11-26T16:00', '11-26T19:00/11-27T00:00']);
    expect(shown(saved(), '2026-11-25')).toEqual([]);
  });

  it('spill over midnight into the next day', () => {
    expect(shown(saved(), '2026-11-27')).toEqual(['11-26T23:00/11-27T00:00']);
  });

  it('give way to an exception, also what spills in', () => {
    const closed = saved([{ date: '2026-11-27', windows: [], label: null, holiday: false }]);
    expect(shown(closed, '2026-11-27')).toEqual([]);
    const other = saved([
      { date: '2026-11-26', windows: [{ start: '14:00', end: '15:00' }], label: null, holiday: false },
    ]);
    expect(shown(other, '2026-11-26')).toEqual(['11-26T13:00/11-26T14:00']);
  });
});
