import { LetterWriter, type Written } from './letter-writer';
import { LetterWriters } from './letter-writers';

class WriterOf extends LetterWriter {
  constructor(override readonly kinds: readonly string[]) {
    super();
  }

  override write(): Promise<Written> {
    return Promise.resolve({ leave: 'erased' });
  }
}

describe('the writers of letters', () => {
  const booking = new WriterOf(['confirmation', 'move']);
  const account = new WriterOf(['proof-code']);

  it('are asked by kind', () => {
    const writers = new LetterWriters([booking, account]);
    expect(writers.for('move')).toBe(booking);
    expect(writers.for('proof-code')).toBe(account);
  });

  it('share no kind, and leave none unwritten in silence', () => {
    expect(() => new LetterWriters([booking, new WriterOf(['move'])])).toThrow(/two writers .* move/);
    expect(() => new LetterWriters([booking]).for('proof-code')).toThrow(/nobody writes .* proof-code/);
  });
});
