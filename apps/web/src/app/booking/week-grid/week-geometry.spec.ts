import { MINUTE } from '@visavis/kernel';
import { addDays } from '../../ui/local-date';
import { dayColumn, gapsOf, instantOf, positionOf, spanOf, weekAxis, type DayColumn } from './week-geometry';

function week(zone: string, monday: string) {
  const columns = Array.from({ length: 7 }, (_, day) => dayColumn(zone, addDays(monday, day)));
  return { columns, axis: weekAxis(zone, columns), day: (index: number) => columns[index] as DayColumn };
}

const at = (text: string): number => Date.parse(text);

describe('the geometry of a week', () => {
  it('stands an ordinary appointment at its wall clock', () => {
    const { axis, day } = week('Europe/Paris', '2026-11-23');
    expect(axis.length).toBe(1440);
    expect(
      spanOf('Europe/Paris', axis, day(3), at('2026-11-26T09:30:00Z'), at('2026-11-26T10:00:00Z')),
    ).toEqual({ from: 630, to: 660 });
    expect(
      spanOf('Europe/Paris', axis, day(2), at('2026-11-26T09:30:00Z'), at('2026-11-26T10:00:00Z')),
    ).toBeNull();
  });

  it('cuts at midnight what runs over it', () => {
    const { axis, day } = week('Europe/Paris', '2026-11-23');
    const [start, end] = [at('2026-11-26T22:30:00Z'), at('2026-11-26T23:30:00Z')];
    expect(spanOf('Europe/Paris', axis, day(3), start, end)).toEqual({ from: 1410, to: 1440 });
    expect(spanOf('Europe/Paris', axis, day(4), start, end)).toEqual({ from: 0, to: 30 });
  });

  it('gives the repeated hour a place of its own', () => {
    const { axis, day } = week('Europe/Paris', '2026-10-19');
    const sunday = day(6);
    expect(axis.length).toBe(1500);
    expect(positionOf('Europe/Paris', axis, sunday, at('2026-10-25T00:30:00Z'))).toBe(150);
    expect(positionOf('Europe/Paris', axis, sunday, at('2026-10-25T01:30:00Z'))).toBe(210);
    expect(positionOf('Europe/Paris', axis, sunday, at('2026-10-25T09:00:00Z'))).toBe(660);
    expect(positionOf('Europe/Paris', axis, day(0), at('2026-10-19T08:00:00Z'))).toBe(660);
    expect(gapsOf('Europe/Paris', axis, sunday)).toEqual([]);
    expect(gapsOf('Europe/Paris', axis, day(0))).toEqual([{ from: 180, to: 240 }]);
    expect(axis.marks.filter(({ again }) => again)).toEqual([{ position: 180, minute: 120, again: true }]);
  });

  it('leaves a gap where the clock skips', () => {
    const { axis, day } = week('America/Montreal', '2026-03-02');
    expect(axis.length).toBe(1440);
    expect(gapsOf('America/Montreal', axis, day(6))).toEqual([{ from: 120, to: 180 }]);
    expect(gapsOf('America/Montreal', axis, day(5))).toEqual([]);
    expect(instantOf('America/Montreal', axis, day(6), 150)).toBe(at('2026-03-08T07:00:00Z'));
  });

  it('repeats half an hour on Lord Howe', () => {
    const { axis, day } = week('Australia/Lord_Howe', '2026-03-30');
    expect(axis.stretch).toEqual({ at: 120, size: 30 });
    expect(positionOf('Australia/Lord_Howe', axis, day(6), at('2026-04-04T15:15:00Z'))).toBe(135);
  });

  it.each([
    ['Europe/Paris', '2026-10-19'],
    ['Europe/Paris', '2026-03-23'],
    ['America/Montreal', '2026-10-26'],
    ['Australia/Lord_Howe', '2026-03-30'],
    ['Australia/Lord_Howe', '2026-09-28'],
  ])('finds every quarter of an hour of %s in the week of %s again', (zone, monday) => {
    const { axis, columns } = week(zone, monday);
    for (const column of columns) {
      for (let moment = column.start; moment < column.end; moment += 15 * MINUTE) {
        expect(instantOf(zone, axis, column, positionOf(zone, axis, column, moment))).toBe(moment);
      }
    }
  });
});
