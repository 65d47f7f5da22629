import { DAY } from '@visavis/kernel';
import type { Contract } from './contract';
import type { ContractContent } from '../contract-content';
import { aContent } from '../testing/a-content';
import {
  anActive,
  aProposal,
  aSigned,
  proposed,
  SEALED,
  SIGNED,
  signedBy,
  STARTED,
} from '../testing/a-contract';
import { refusalOf } from '../testing/refusal-of';
import { rescindContract } from './rescind-contract';
import { bringAmendmentIntoForce, startContract } from './start-contract';
import { mayDo } from './may-do';
import { nextTurn } from './pass-time';
import { withdrawalEnds } from './term';
import { amendContract, saveDraft } from './write-draft';

const CONSUMER = {
  mediator: { name: 'Médiation', link: 'https://mediation.example' },
  earlyStart: false,
} as const;
const soon = (earlyStart: boolean): ContractContent => ({
  ...aContent({ format: { startsOn: '2026-12-10' } }),
  consumer: { ...CONSUMER, earlyStart },
});
const at = (text: string) => Date.parse(text);

test('a signed contract starts on its date in its own zone, not before', () => {
  const midnight = at('2027-01-03T23:00:00Z');
  expect(refusalOf(() => startContract(aSigned(), SEALED, midnight - 1))).toBe('not-yet');
  expect(startContract(aSigned(), SEALED, midnight).contract).toMatchObject({
    state: 'active',
    open: null,
    inForce: { number: 1, since: midnight },
  });
});

test('it does not start before it is sealed and everybody has a copy', () => {
  expect(refusalOf(() => startContract(aSigned(), { ...SEALED, sealed: false }, STARTED))).toBe(
    'not-sealed-yet',
  );
  expect(refusalOf(() => startContract(aSigned(), { ...SEALED, copiesSent: false }, STARTED))).toBe(
    'not-sealed-yet',
  );
  expect(refusalOf(() => startContract(aProposal(), SEALED, STARTED))).toBe('wrong-state');
});

test('a consumer has fourteen days first, unless an early start was asked for', () => {
  const now = at('2026-12-12T11:00:00Z');
  expect(refusalOf(() => startContract(aSigned(soon(false)), SEALED, now))).toBe('not-yet');
  expect(startContract(aSigned(soon(true)), SEALED, now).contract.state).toBe('active');
  expect(startContract(aSigned(soon(false)), SEALED, at('2026-12-22T23:00:00Z')).contract.state).toBe(
    'active',
  );
});

describe('the right of withdrawal', () => {
  test('ends with the fourteenth day after the signature, in the contract’s zone', () => {
    expect(withdrawalEnds(soon(true), SIGNED, [])).toBe(at('2026-12-22T23:00:00Z'));
    expect(withdrawalEnds(aContent(), SIGNED, [])).toBeNull();
  });

  test('is carried over a weekend and holidays to the end of the next working day', () => {
    // signed on a Friday: the fourteenth day is Friday the 25th of December
    const signed = at('2026-12-11T11:00:00Z');
    expect(withdrawalEnds(soon(true), signed, ['2026-12-25'])).toBe(at('2026-12-28T23:00:00Z'));
    expect(withdrawalEnds(soon(true), at('2026-12-12T11:00:00Z'), [])).toBe(at('2026-12-28T23:00:00Z'));
  });

  const end = at('2026-12-22T23:00:00Z');
  const active = () => startContract(aSigned(soon(true)), SEALED, at('2026-12-12T11:00:00Z')).contract;

  test.each([
    ['signed', () => aSigned(soon(false))],
    ['active', active],
  ])('is used on a contract that is %s', (_, contract: () => Contract) => {
    const { contract: after, closed } = rescindContract(
      contract(),
      { fullyPerformed: false },
      'coach',
      end - 1,
    );
    expect(after).toMatchObject({ state: 'rescinded', inForce: null, open: null, closedAt: end - 1 });
    expect(closed).toEqual([{ number: 1, state: 'rescinded' }]);
  });

  test('is carried over the holidays that its reader knows, for rights, buttons, start and turns of time alike', () => {
    // the fourteenth day is Tuesday the 22nd of December
    const contract = { ...aSigned(soon(false)), holidays: ['2026-12-22'] };
    const later = end + DAY;
    expect(mayDo(contract, 'coach', end)).toContain('rescind');
    expect(mayDo(contract, 'coach', later)).not.toContain('rescind');
    expect(rescindContract(contract, { fullyPerformed: false }, 'coach', end).contract.state).toBe(
      'rescinded',
    );
    expect(refusalOf(() => startContract(contract, SEALED, end))).toBe('not-yet');
    expect(startContract(contract, SEALED, later).contract.state).toBe('active');
    expect(nextTurn(contract)).toBe(later);
  });

  test('is over after fourteen days, after performance, and never there between professionals', () => {
    const now = end - 1;
    const facts = { fullyPerformed: false };
    expect(refusalOf(() => rescindContract(active(), facts, 'coach', end))).toBe('withdrawal-period-over');
    expect(refusalOf(() => rescindContract(active(), { fullyPerformed: true }, 'coach', now))).toBe(
      'no-right-of-withdrawal',
    );
    expect(refusalOf(() => rescindContract(anActive(), facts, 'coach', now))).toBe('no-right-of-withdrawal');
    expect(refusalOf(() => rescindContract(active(), facts, 'supervisor', now))).toBe('not-for-this-party');
    expect(refusalOf(() => rescindContract(aProposal(soon(true)), facts, 'coach', now))).toBe('wrong-state');
  });
});

describe('a signed amendment', () => {
  function signedAmendment(effectiveOn: string): Contract {
    const why = 'Nouveau tarif';
    const opened = amendContract(anActive(), { why, effectiveOn }, 'supervisor', STARTED).contract;
    const content = {
      ...aContent({ fees: { amountCents: 140_000 } }),
      amendment: { amends: 1, why, effectiveOn },
    };
    const written = saveDraft(opened, { revision: 0, content }, 'supervisor');
    const proposal = proposed(written, STARTED);
    return signedBy(signedBy(proposal, 'supervisor', STARTED), 'coach', STARTED);
  }

  test('leaves the old version in force up to its date', () => {
    const contract = signedAmendment('2027-03-01');
    expect(contract).toMatchObject({ state: 'active', inForce: { number: 1 }, open: { state: 'signed' } });
    const midnight = at('2027-02-28T23:00:00Z');
    expect(refusalOf(() => bringAmendmentIntoForce(contract, SEALED, midnight - 1))).toBe('not-yet');
    const { contract: after, closed } = bringAmendmentIntoForce(contract, SEALED, midnight);
    expect(after).toMatchObject({ state: 'active', open: null, inForce: { number: 2, since: midnight } });
    expect(after.inForce?.content.fees.amountCents).toBe(140_000);
    expect(closed).toEqual([{ number: 1, state: 'superseded' }]);
  });

  test('keeps the day on which the contract was concluded', () => {
    expect(signedAmendment('2027-03-01').concludedAt).toBe(SIGNED);
  });

  test('signed after its date takes effect then, never retroactively', () => {
    const later = at('2027-04-10T08:00:00Z');
    const { contract } = bringAmendmentIntoForce(signedAmendment('2027-03-01'), SEALED, later);
    expect(contract.inForce?.since).toBe(later);
  });
});
