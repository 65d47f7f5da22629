import { refusalOf } from '../testing/refusal-of';
import { aDraft, aProposal, aSigned, DRAFTED, signedBy } from '../testing/a-contract';
import { viewContract } from './view-contract';

const pdfSha256 = aProposal().open?.frozen?.pdfSha256 ?? '';
const WISH = { number: 1, pdfSha256 };

test('the chain says once that a party had the text before them', () => {
  expect(viewContract(aProposal(), WISH, false, 'coach', DRAFTED)).toEqual([
    { type: 'viewed', by: 'coach', at: DRAFTED, versionNumber: 1, payload: { pdfSha256 } },
  ]);
  expect(viewContract(aProposal(), WISH, true, 'coach', DRAFTED)).toEqual([]);
  expect(viewContract(signedBy(aProposal(), 'coach'), WISH, false, 'supervisor', DRAFTED)).toHaveLength(1);
});

test('another text than the one that is proposed was not viewed', () => {
  const viewed = (over: object) =>
    refusalOf(() => viewContract(aProposal(), { ...WISH, ...over }, false, 'coach', DRAFTED));
  expect(viewed({ number: 2 })).toBe('text-changed');
  expect(viewed({ pdfSha256: 'f'.repeat(64) })).toBe('text-changed');
});

test('nothing is viewed before it is proposed or after both have signed', () => {
  expect(refusalOf(() => viewContract(aDraft(), WISH, false, 'coach', DRAFTED))).toBe('wrong-state');
  expect(refusalOf(() => viewContract(aSigned(), WISH, false, 'coach', DRAFTED))).toBe('wrong-state');
});
