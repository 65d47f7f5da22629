import { offerWish, type OfferWish, type WeeklyRule } from '@visavis/booking';
import { minutesOf } from '../../ui/say-time';

export interface DayWindow {
  readonly start: string;
  readonly end: string;
}

/** One offer as it is edited: hours by weekday, Monday first; a number that was emptied is null. */
export interface OfferDraft {
  readonly lengthMin: number | null;
  readonly stepMin: number | null;
  readonly bufferBeforeMin: number | null;
  readonly bufferAfterMin: number | null;
  readonly minNoticeMin: number | null;
  readonly horizonDays: number | null;
  readonly maxPerDay: number | null;
  readonly sameHoursAs: OfferWish['sameHoursAs'];
  readonly days: readonly (readonly DayWindow[])[];
}

export function draftOf({ weekly, ...offer }: OfferWish): OfferDraft {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    weekly
      .filter((rule) => rule.days.includes(day))
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start.localeCompare(b.start)),
  );
  return { ...offer, days };
}

/** The same hours on several days become one rule. Not checked: what was typed may still be wrong. */
export function wishOf({ days, ...offer }: OfferDraft): unknown {
  const rules = new Map<string, WeeklyRule>();
  days.forEach((windows, index) => {
    for (const { start, end } of windows) {
      const rule = rules.get(`${start}-${end}`) ?? { days: [], start, end };
      if (!rule.days.includes(index + 1)) rule.days.push(index + 1);
      rules.set(`${start}-${end}`, rule);
    }
  });
  return { ...offer, weekly: [...rules.values()] };
}

/** The wish when all of it is right, otherwise what is wrong with which field. */
export function checkDraft(draft: OfferDraft): {
  readonly wish: OfferWish | null;
  readonly wrong: Readonly<Record<string, string>>;
} {
  const read = offerWish.safeParse(wishOf(draft));
  if (read.success) return { wish: read.data, wrong: {} };
  const wrong: Record<string, string> = {};
  for (const { path, message } of read.error.issues) wrong[String(path[0] ?? '')] ??= message;
  return { wish: null, wrong };
}

export function sameDraft(a: OfferDraft, b: OfferDraft): boolean {
  return JSON.stringify(draftKey(a)) === JSON.stringify(draftKey(b));
}

function draftKey(draft: OfferDraft): unknown[] {
  const {
    lengthMin,
    stepMin,
    bufferBeforeMin,
    bufferAfterMin,
    minNoticeMin,
    horizonDays,
    maxPerDay,
    sameHoursAs,
    days,
  } = draft;
  return [
    lengthMin,
    stepMin,
    bufferBeforeMin,
    bufferAfterMin,
    minNoticeMin,
    horizonDays,
    maxPerDay,
    sameHoursAs,
    days,
  ];
}

/** True when the end is reached only on the next day. */
export function isOvernight({ start, end }: DayWindow): boolean {
  return end !== '' && end !== '24:00' && minutesOf(end) <= minutesOf(start);
}

/** A further stretch for a day: nine to five, or two hours from an hour after the last one. */
export function nextWindow(windows: readonly DayWindow[]): DayWindow {
  const last = windows.at(-1);
  if (!last) return { start: '09:00', end: '17:00' };
  const end = minutesOf(last.end);
  const start = Number.isNaN(end) ? 9 * 60 : Math.min(end + 60, 22 * 60);
  return { start: clock(start), end: clock(Math.min(start + 120, 24 * 60 - 1)) };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
