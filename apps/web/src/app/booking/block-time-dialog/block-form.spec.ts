import { blockWish } from '@visavis/booking';
import { blockForm, blockWishOf, type BlockForm } from './block-form';

function aBlock(typed: Partial<BlockForm> = {}): BlockForm {
  return {
    title: '',
    wholeDays: false,
    startDate: '2026-11-26',
    startTime: '12:00',
    endDate: '2026-11-26',
    endTime: '14:00',
    repeated: false,
    everyWeeks: 1,
    days: [4],
    until: '2026-12-24',
    ...typed,
  };
}

const wrongFields = (typed: BlockForm) =>
  blockForm.safeParse(typed).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('blocking time', () => {
  it('becomes a wish the server understands', () => {
    expect(blockWish.parse(blockWishOf(aBlock({ title: ' Déjeuner ' }), false))).toEqual({
      start: '2026-11-26T12:00',
      end: '2026-11-26T14:00',
      title: 'Déjeuner',
      repeat: null,
      leaveOutTaken: false,
    });
  });

  it('takes whole days from midnight to the midnight after the last', () => {
    const wish = blockWishOf(aBlock({ wholeDays: true, endDate: '2026-11-28' }), false);
    expect([wish.start, wish.end]).toEqual(['2026-11-26T00:00', '2026-11-29T00:00']);
  });

  it('repeats on the days that were ticked', () => {
    const wish = blockWishOf(aBlock({ repeated: true, days: [5, 1], everyWeeks: 2 }), true);
    expect(wish.repeat).toEqual({ everyWeeks: 2, days: [1, 5], until: '2026-12-24' });
  });

  it('must end after it begins, and repeat on some day until a later date', () => {
    expect(wrongFields(aBlock())).toEqual([]);
    expect(wrongFields(aBlock({ endTime: '12:00' }))).toEqual(['endTime']);
    expect(wrongFields(aBlock({ repeated: true, days: [], until: '2026-11-01' }))).toEqual(['days', 'until']);
  });
});
