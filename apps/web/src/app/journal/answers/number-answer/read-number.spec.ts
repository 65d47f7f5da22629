import { readNumber } from './read-number';

describe('a number as one writes it', () => {
  it.each([
    ['12000', 12000],
    ['12 000', 12000],
    ['12\u202f000,50', 12000.5],
    ['12.000,50', 12000.5],
    ['12,000.50', 12000.5],
    ['4,5', 4.5],
    ['4.5', 4.5],
    ['12.000', 12000],
    ['0,125', 0.125],
    ['5 200 €', 5200],
    ['-3', -3],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', 'douze', '1e3', '--2', '3-4'])('is none in « %s »', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});
