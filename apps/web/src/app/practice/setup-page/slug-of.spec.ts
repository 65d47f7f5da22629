import { slugText } from '@visavis/practice';
import { slugOf } from './slug-of';

describe('the address a name suggests', () => {
  it.each([
    ['Cabinet de l’Été', 'cabinet-de-l-ete'],
    ['  Cœur & Cie (Lyon) ', 'coeur-cie-lyon'],
    ['Straße 7', 'stra-e-7'],
    ['!?', ''],
  ])('of « %s » is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is an address that is accepted, however long the name', () => {
    expect(slugText.safeParse(slugOf(`${'a'.repeat(59)} b`)).success).toBe(true);
  });
});
