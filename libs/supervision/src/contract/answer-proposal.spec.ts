import {
  aDraft,
  anActive,
  aProposal,
  aSigned,
  DRAFTED,
  days,
  proposed,
  signedBy,
  STARTED,
} from '../testing/a-contract';
import { refusalOf } from '../testing/refusal-of';
import { declineContract, lapseContract, requestChanges, withdrawContract } from './answer-proposal';
import { amendContract } from './write-draft';

const ANSWER = { number: 1 };

test('the coach asks for changes while nobody has signed', () => {
  const { contract, events } = requestChanges(aProposal(), ANSWER, 'coach', DRAFTED);
  expect(contract).toMatchObject({ state: 'changes-requested', open: { frozen: null, number: 1 } });
  expect(events).toMatchObject([{ type: 'changes-requested', by: 'coach', payload: {} }]);
  const half = signedBy(aProposal(), 'supervisor');
  expect(refusalOf(() => requestChanges(half, ANSWER, 'coach', DRAFTED))).toBe('wrong-state');
  expect(refusalOf(() => requestChanges(aProposal(), ANSWER, 'supervisor', DRAFTED))).toBe(
    'not-for-this-party',
  );
});

test('the coach declines, also when the supervisor has signed', () => {
  const { contract, closed } = declineContract(signedBy(aProposal(), 'supervisor'), ANSWER, 'coach', DRAFTED);
  expect(contract).toMatchObject({ state: 'declined', open: null, closedAt: DRAFTED });
  expect(closed).toEqual([{ number: 1, state: 'declined' }]);
  expect(refusalOf(() => declineContract(aProposal(), ANSWER, 'supervisor', DRAFTED))).toBe(
    'not-for-this-party',
  );
  expect(refusalOf(() => declineContract(aSigned(), ANSWER, 'coach', DRAFTED))).toBe('wrong-state');
});

test.each([
  ['a draft', aDraft()],
  ['a proposal', aProposal()],
  ['one to change', requestChanges(aProposal(), ANSWER, 'coach', DRAFTED).contract],
  ['one that the coach has signed', signedBy(aProposal(), 'coach')],
])('the supervisor withdraws %s', (_, contract) => {
  expect(withdrawContract(contract, ANSWER, 'supervisor', DRAFTED).contract.state).toBe('withdrawn');
  expect(refusalOf(() => withdrawContract(contract, ANSWER, 'coach', DRAFTED))).toBe('not-for-this-party');
});

test('what both signed is not withdrawn', () => {
  expect(refusalOf(() => withdrawContract(aSigned(), ANSWER, 'supervisor', DRAFTED))).toBe('wrong-state');
});

test('an answer to another version than the open one is refused', () => {
  const late = { number: 2 };
  expect(refusalOf(() => requestChanges(aProposal(), late, 'coach', DRAFTED))).toBe('text-changed');
  expect(refusalOf(() => declineContract(aProposal(), late, 'coach', DRAFTED))).toBe('text-changed');
  expect(refusalOf(() => withdrawContract(aProposal(), late, 'supervisor', DRAFTED))).toBe('text-changed');
});

test('a proposal lapses after twenty-one days, signed by one or by none', () => {
  const contract = signedBy(aProposal(), 'coach');
  expect(refusalOf(() => lapseContract(contract, days(DRAFTED, 21) - 1))).toBe('not-yet');
  expect(lapseContract(contract, days(DRAFTED, 21))).toMatchObject({
    contract: { state: 'lapsed', open: null },
    events: [{ type: 'lapsed', by: 'clock' }],
    closed: [{ number: 1, state: 'lapsed' }],
  });
  expect(refusalOf(() => lapseContract(aDraft(), days(DRAFTED, 99)))).toBe('wrong-state');
});

test('a text that came back lapses as long after that, unless it is proposed anew', () => {
  const back = requestChanges(aProposal(), ANSWER, 'coach', days(DRAFTED, 20)).contract;
  expect(back.open?.answerBy).toBe(days(DRAFTED, 41));
  expect(refusalOf(() => lapseContract(back, days(DRAFTED, 41) - 1))).toBe('not-yet');
  expect(lapseContract(back, days(DRAFTED, 41))).toMatchObject({
    contract: { state: 'lapsed', open: null, closedAt: days(DRAFTED, 41) },
    events: [{ type: 'lapsed', by: 'clock' }],
  });
  const again = proposed(back, days(DRAFTED, 40));
  expect(again.open?.answerBy).toBeNull();
  expect(refusalOf(() => lapseContract(again, days(DRAFTED, 41)))).toBe('not-yet');
});

test('an amendment that ends unsigned leaves the contract as it is', () => {
  const wish = { why: 'Tarif', effectiveOn: '2027-03-01' };
  const { contract } = amendContract(anActive(), wish, 'supervisor', STARTED);
  const after = withdrawContract(contract, { number: 2 }, 'supervisor', STARTED);
  expect(after.contract).toMatchObject({
    state: 'active',
    open: null,
    inForce: { number: 1 },
    closedAt: null,
  });
  expect(after.closed).toEqual([{ number: 2, state: 'withdrawn' }]);
  const again = amendContract(after.contract, wish, 'supervisor', STARTED).contract;
  expect(again.open?.number).toBe(3);
});
