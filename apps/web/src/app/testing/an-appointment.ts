import type { WeekAppointment } from '@visavis/booking';

/** A call booked on Thursday 26 November 2026, 10:30 in Paris; say only what matters. */
export function anAppointment(given: Partial<WeekAppointment> = {}): WeekAppointment {
  const start = given.start ?? Date.parse('2026-11-26T09:30:00Z');
  const end = given.end ?? start + 30 * 60_000;
  return {
    id: 'a1',
    kind: 'discovery-call',
    status: 'booked',
    occupiesFrom: start,
    occupiesTo: end,
    sequence: 0,
    seriesId: null,
    title: null,
    session: null,
    firstName: 'Nadia',
    lastName: 'Fictive',
    phone: '+33639980001',
    outcome: null,
    letterFailed: false,
    ...given,
    start,
    end,
  };
}
