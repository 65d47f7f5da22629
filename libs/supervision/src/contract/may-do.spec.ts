import { aContent } from '../testing/a-content';
import {
  aDraft,
  anActive,
  aProposal,
  ASKED,
  aSignature,
  aSigned,
  DRAFTED,
  days,
  FACTS,
  SIGNED,
  signedBy,
  STARTED,
} from '../testing/a-contract';
import { refusalOf } from '../testing/refusal-of';
import type { ContractAction } from '../contract-wire';
import { PARTIES, type Party } from '../words';
import { declineContract, requestChanges, withdrawContract } from './answer-proposal';
import type { Contract } from './contract';
import { completeContract, endContract, expireContract } from './end-contract';
import { cancelNotice, giveNotice } from './give-notice';
import { mayDo, waitsFor } from './may-do';
import { renewContract } from './renew-contract';
import { rescindContract } from './rescind-contract';
import { signContract } from './sign-contract';
import { resumeContract, suspendContract } from './suspend-contract';
import { amendContract, contentToFreeze, saveDraft } from './write-draft';

const CONSUMER = {
  ...aContent({ format: { startsOn: '2026-12-10' } }),
  consumer: { mediator: { name: 'M', link: 'https://mediation.example' }, earlyStart: true },
};
const NOW = STARTED;
const amending = () =>
  amendContract(anActive(), { why: 'x', effectiveOn: '2027-03-01' }, 'supervisor', NOW).contract;

/** Contracts in every state, each with a moment at which they are looked at. */
const CASES: Readonly<Record<string, readonly [Contract, number]>> = {
  'a draft': [aDraft(), DRAFTED],
  'a proposal': [aProposal(), DRAFTED],
  'a lapsed proposal': [aProposal(), days(DRAFTED, 22)],
  'one signed by the supervisor': [signedBy(aProposal(), 'supervisor'), SIGNED],
  'one signed by the coach': [signedBy(aProposal(), 'coach'), SIGNED],
  'one to change': [requestChanges(aProposal(), { number: 1 }, 'coach', DRAFTED).contract, DRAFTED],
  'one signed by both': [aSigned(), SIGNED],
  'a consumer’s': [aSigned(CONSUMER), SIGNED],
  'an active one': [anActive(), NOW],
  'one being amended': [amending(), NOW],
  'a suspended one': [
    suspendContract(anActive(), { until: '2027-02-01', reason: '' }, 'coach', NOW).contract,
    NOW,
  ],
  'one with notice': [
    giveNotice(anActive(), { endsOn: '2027-03-01', ground: 'other', reason: '' }, 'coach', NOW).contract,
    NOW,
  ],
  'an expired one': [expireContract(anActive(), days(NOW, 400)).contract, days(NOW, 400)],
  'an old one': [expireContract(anActive(), days(NOW, 400)).contract, days(NOW, 700)],
  'an ended one': [endContract(anActive(), { ground: 'incapacity' }, 'coach', NOW).contract, NOW],
};

/** The act behind a button, with a wish that is right in itself. */
const ACTS: Partial<Record<ContractAction, (contract: Contract, who: Party, now: number) => unknown>> = {
  edit: (contract, who) => saveDraft(contract, { revision: contract.open?.revision ?? 0, content: {} }, who),
  propose: (contract, who) => contentToFreeze(contract, contract.open?.revision ?? 0, FACTS, who),
  'request-changes': (contract, who, now) => requestChanges(contract, number(contract), who, now),
  decline: (contract, who, now) => declineContract(contract, number(contract), who, now),
  withdraw: (contract, who, now) => withdrawContract(contract, number(contract), who, now),
  sign: (contract, who, now) => signContract(contract, aSignature(contract, who), ASKED, who, now),
  amend: (contract, who, now) => amendContract(contract, { why: 'x', effectiveOn: '2027-03-01' }, who, now),
  suspend: (contract, who, now) => suspendContract(contract, { until: '2027-02-01', reason: '' }, who, now),
  resume: (contract, who, now) => resumeContract(contract, who, now),
  'give-notice': (contract, who, now) =>
    giveNotice(contract, { endsOn: '2027-03-01', ground: 'other', reason: '' }, who, now),
  'cancel-notice': (contract, who, now) => cancelNotice(contract, who, now),
  end: (contract, who, now) => endContract(contract, { ground: 'incapacity' }, who, now),
  complete: (contract, who, now) => completeContract(contract, { openSessions: 0 }, who, now),
  rescind: (contract, who, now) => rescindContract(contract, { fullyPerformed: false }, who, now),
  renew: (contract, who, now) => renewContract(contract, who, now),
};
const number = ({ open }: Contract) => ({ number: open?.number ?? 1 });

/** An amendment without a change is refused for its own reason, which is not about who or when. */
const FINE = new Set([null, 'nothing-changed']);

describe.each(Object.entries(CASES))('%s', (_, [contract, now]) => {
  test.each(PARTIES)('offers the %s exactly what the rules allow', (who) => {
    const allowed = Object.entries(ACTS)
      .filter(([, act]) => FINE.has(refusalOf(() => act(contract, who, now))))
      .map(([action]) => action);
    expect(mayDo(contract, who, now).filter((action) => action in ACTS)).toEqual(allowed);
  });
});

test.each([
  ['a draft', 'supervisor'],
  ['a proposal', 'both'],
  ['one signed by the supervisor', 'coach'],
  ['one signed by the coach', 'supervisor'],
  ['one to change', 'supervisor'],
  ['one being amended', 'supervisor'],
  ['an active one', 'nobody'],
  ['an ended one', 'nobody'],
])('%s waits for %s', (name, party) => {
  expect(waitsFor(CASES[name]?.[0] ?? aDraft())).toBe(party);
});

test('what one asked waits for the other, and is not asked twice', () => {
  const contract = completeContract(anActive(), { openSessions: 0 }, 'coach', NOW).contract;
  expect(waitsFor(contract)).toBe('supervisor');
  expect(mayDo(contract, 'coach', NOW)).not.toContain('complete');
  expect(mayDo(contract, 'supervisor', NOW)).toContain('complete');
});

test('sessions are booked under an active contract and during notice', () => {
  const bookable = Object.entries(CASES).filter(([, [contract, now]]) =>
    mayDo(contract, 'coach', now).includes('book'),
  );
  expect(bookable.map(([name]) => name)).toEqual(['an active one', 'one being amended', 'one with notice']);
});
