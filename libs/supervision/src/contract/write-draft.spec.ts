import { aContent } from '../testing/a-content';
import { aDraft, anActive, aProposal, DRAFTED, FACTS, proposed, STARTED } from '../testing/a-contract';
import { refusalFrom, refusalOf } from '../testing/refusal-of';
import { requestChanges } from './answer-proposal';
import { amendContract, contentToFreeze, proposeContract, saveDraft } from './write-draft';

const AMEND = { why: 'Nouveau tarif', effectiveOn: '2027-03-01' };
const amended = () => amendContract(anActive(), AMEND, 'supervisor', STARTED).contract;

test('a draft is saved at the revision it was read at, once', () => {
  const draft = aDraft();
  const saved = saveDraft(draft, { revision: 0, content: {} }, 'supervisor');
  expect(saved.open).toMatchObject({ revision: 1, draft: {} });
  expect(refusalOf(() => saveDraft(saved, { revision: 0, content: {} }, 'supervisor'))).toBe(
    'changed-meanwhile',
  );
});

test('the coach comments and never writes', () => {
  expect(refusalOf(() => saveDraft(aDraft(), { revision: 0, content: {} }, 'coach'))).toBe(
    'not-for-this-party',
  );
  expect(refusalOf(() => contentToFreeze(aDraft(), 0, FACTS, 'coach'))).toBe('not-for-this-party');
});

test('what was proposed is not written any more', () => {
  expect(refusalOf(() => saveDraft(aProposal(), { revision: 0, content: {} }, 'supervisor'))).toBe(
    'wrong-state',
  );
  expect(refusalOf(() => proposed(aProposal()))).toBe('wrong-state');
});

test('a proposal is frozen with both hashes and lapses after twenty-one days', () => {
  const content = aContent();
  const frozen = { revision: 0, content, canonicalSha256: 'a', pdfSha256: 'b' };
  const { contract, events } = proposeContract(aDraft(content), frozen, 'supervisor', DRAFTED);
  expect(contract.state).toBe('proposed');
  expect(contract.open?.frozen).toEqual({
    content,
    canonicalSha256: 'a',
    pdfSha256: 'b',
    proposedAt: DRAFTED,
    lapsesAt: Date.parse('2026-12-22T11:00:00Z'),
  });
  expect(events).toMatchObject([{ type: 'frozen', by: 'supervisor', payload: { canonicalSha256: 'a' } }]);
});

test('an unfinished draft is refused with every gap', () => {
  const unfinished = saveDraft(aDraft(), { revision: 0, content: {} }, 'supervisor');
  const refusal = refusalFrom(() => contentToFreeze(unfinished, 1, FACTS, 'supervisor'));
  expect(refusal?.reason).toBe('not-ready');
  expect(refusal?.details['errors']).toContainEqual({ field: 'fees.amountCents', code: 'required' });
});

test('a draft that changed while its document was made is not proposed', () => {
  const saved = saveDraft(aDraft(), { revision: 0, content: aContent() }, 'supervisor');
  const frozen = { revision: 0, content: aContent(), canonicalSha256: 'a', pdfSha256: 'b' };
  expect(refusalOf(() => proposeContract(saved, frozen, 'supervisor', DRAFTED))).toBe('changed-meanwhile');
});

test('after a request for changes the same number is written and proposed again', () => {
  const back = requestChanges(aProposal(), { number: 1 }, 'coach', DRAFTED).contract;
  const saved = saveDraft(back, { revision: 0, content: aContent() }, 'supervisor');
  expect(saved.state).toBe('changes-requested');
  expect(proposed(saved)).toMatchObject({ state: 'proposed', open: { number: 1, signatures: [] } });
});

describe('an amendment', () => {
  test('starts as the text in force, under the next number, and the contract stays active', () => {
    const contract = amended();
    expect(contract).toMatchObject({
      state: 'active',
      inForce: { number: 1 },
      open: { number: 2, state: 'draft' },
    });
    expect(contract.open?.draft).toEqual({ ...aContent(), amendment: { amends: 1, ...AMEND } });
  });

  test('comes one at a time, and only from the supervisor', () => {
    expect(refusalOf(() => amendContract(amended(), AMEND, 'supervisor', STARTED))).toBe('amendment-open');
    expect(refusalOf(() => amendContract(anActive(), AMEND, 'coach', STARTED))).toBe('not-for-this-party');
    expect(refusalOf(() => amendContract(aProposal(), AMEND, 'supervisor', STARTED))).toBe('wrong-state');
  });

  test('changes something besides its own reason', () => {
    expect(refusalOf(() => contentToFreeze(amended(), 0, FACTS, 'supervisor'))).toBe('nothing-changed');
  });

  test('names the version it amends', () => {
    const contract = amended();
    const cheaper = { ...aContent({ fees: { amountCents: 140_000 } }), amendment: { ...AMEND, amends: 7 } };
    const wrong = saveDraft(contract, { revision: 0, content: cheaper }, 'supervisor');
    const refusal = refusalFrom(() => contentToFreeze(wrong, 1, FACTS, 'supervisor'));
    expect(refusal?.details['errors']).toEqual([{ field: 'amendment.amends', code: 'contradicts' }]);
    const first = aDraft({ ...aContent(), amendment: { ...AMEND, amends: 1 } });
    expect(refusalOf(() => contentToFreeze(first, 0, FACTS, 'supervisor'))).toBe('not-ready');
  });

  test('is proposed while the contract stays active', () => {
    const cheaper = { ...aContent({ fees: { amountCents: 140_000 } }), amendment: { ...AMEND, amends: 1 } };
    const contract = proposed(saveDraft(amended(), { revision: 0, content: cheaper }, 'supervisor'));
    expect(contract).toMatchObject({ state: 'active', open: { state: 'proposed' } });
    expect(contract.inForce?.content.fees.amountCents).toBe(150_000);
  });
});
