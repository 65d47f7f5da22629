import { valueAt, withValue } from './draft-paths';

describe('the paths of a draft', () => {
  const draft = { fees: { vat: { mode: 'charged' } }, ethics: { codes: [{ title: 'A' }, { title: 'B' }] } };

  it('read what is there, and nothing where nothing is', () => {
    expect(valueAt(draft, 'fees.vat.mode')).toBe('charged');
    expect(valueAt(draft, 'ethics.codes.1.title')).toBe('B');
    expect(valueAt(draft, 'parties.coach.name')).toBeUndefined();
  });

  it('write one value and leave the rest as it was', () => {
    const changed = withValue(draft, 'ethics.codes.1.title', 'C');
    expect(changed.ethics.codes).toEqual([{ title: 'A' }, { title: 'C' }]);
    expect(changed.fees).toBe(draft.fees);
    expect(draft.ethics.codes[1]?.title).toBe('B');
  });

  it('make the sections on the way, also in place of a null', () => {
    expect(withValue({ parties: null }, 'parties.coach.name', 'Zoé')).toEqual({
      parties: { coach: { name: 'Zoé' } },
    });
  });
});
