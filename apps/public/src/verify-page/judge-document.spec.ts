import type { KnownDocument } from '@visavis/booking';
import { VERIFY_WORDS } from '../words/verify-words';
import { judgeDocument, VERDICTS } from './judge-document';

const known = (over: Partial<KnownDocument>): KnownDocument => ({
  known: 'frozen-document',
  beginningOnly: false,
  practice: 'Cabinet',
  state: 'signed',
  frozenAt: 1,
  sealedAt: null,
  timestampedAt: null,
  ...over,
});

describe('the verdict on a file', () => {
  it.each([
    [known({ known: 'sealed-document' }), true, 'sealed'],
    [known({ known: 'sealed-document', state: 'rescinded' }), true, 'sealed'],
    [known({ state: 'in-force' }), null, 'signed'],
    [known({ known: 'canonical-text', state: 'superseded' }), null, 'signed'],
    [known({ state: 'partially-signed' }), null, 'unsigned'],
    [known({ state: 'proposed' }), null, 'unsigned'],
    [known({ state: 'withdrawn' }), null, 'ended'],
    [known({ beginningOnly: true }), true, 'changed'],
    [known({ known: null, state: null }), false, 'changed'],
    [known({ known: null, state: null }), null, 'not'],
    [known({ known: null, state: null }), true, 'not'],
  ] as const)('%j, covered: %s, is %s', (document, covered, verdict) => {
    expect(judgeDocument(document, covered)).toBe(verdict);
  });

  it('has a sentence and a hint for each', () => {
    for (const verdict of VERDICTS) {
      expect(VERIFY_WORDS[`known-${verdict}`].trim()).not.toBe('');
      expect(VERIFY_WORDS[`${verdict}Hint`].trim()).not.toBe('');
    }
  });
});
