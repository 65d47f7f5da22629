import { DAY } from '@visavis/kernel';
import { aContent } from '../testing/a-content';
import { anActive, aProposal, days, STARTED } from '../testing/a-contract';
import { refusalFrom, refusalOf } from '../testing/refusal-of';
import type { Contract } from './contract';
import { completeContract, endAfterNotice, endContract, expireContract } from './end-contract';
import { cancelNotice, giveNotice } from './give-notice';
import { renewContract } from './renew-contract';
import { resumeContract, suspendContract } from './suspend-contract';
import { earliestEnd, lastDate } from './term';
import { amendContract } from './write-draft';

// STARTED is the 4th of January 2027; the package is valid for twelve months, notice is thirty days.
const NOTICE = { endsOn: '2027-02-03', ground: 'ordinary', reason: '' } as const;
const onNotice = () => giveNotice(anActive(), NOTICE, 'coach', STARTED).contract;
const PAUSE = { until: '2027-02-01', reason: 'Convalescence' };
const paused = () => suspendContract(anActive(), PAUSE, 'coach', STARTED).contract;

test('the last date is the end date, or the last day of the package', () => {
  expect(lastDate(aContent())).toBe('2028-01-03');
  expect(lastDate(aContent({ format: { term: { kind: 'fixed', endsOn: '2027-06-30' } } }))).toBe(
    '2027-06-30',
  );
  const short = { startsOn: '2027-01-31', term: { kind: 'package', minutes: 90, validMonths: 1 } } as const;
  expect(lastDate(aContent({ format: short }))).toBe('2027-02-27');
});

describe('a suspension', () => {
  test('pauses up to a date within the weeks of the contract', () => {
    expect(paused()).toMatchObject({ state: 'suspended', suspension: { by: 'coach', until: '2027-02-01' } });
    const long = { until: '2027-03-30', reason: '' };
    const refusal = refusalFrom(() => suspendContract(anActive(), long, 'coach', STARTED));
    expect(refusal).toMatchObject({ reason: 'suspension-too-long', details: { because: '2027-03-29' } });
    expect(
      refusalOf(() => suspendContract(anActive(), { ...long, until: '2027-01-04' }, 'coach', STARTED)),
    ).toBe('malformed');
    expect(refusalOf(() => suspendContract(paused(), PAUSE, 'coach', STARTED))).toBe('wrong-state');
  });

  test('ends when the one who paused says so, and for everybody on its date', () => {
    expect(resumeContract(paused(), 'coach', days(STARTED, 1)).contract).toMatchObject({
      state: 'active',
      suspension: null,
    });
    const last = Date.parse('2027-01-31T22:59:59Z');
    expect(refusalOf(() => resumeContract(paused(), 'supervisor', last))).toBe('only-the-suspender');
    expect(refusalOf(() => resumeContract(paused(), 'clock', last))).toBe('only-the-suspender');
    expect(resumeContract(paused(), 'clock', last + 1000).contract.state).toBe('active');
  });

  test('does not end into a practice without insurance', () => {
    expect(refusalOf(() => resumeContract(paused(), 'coach', Date.parse('2029-01-01T12:00:00Z')))).toBe(
      'insurance-expired',
    );
  });
});

describe('notice', () => {
  test('names an end no earlier than the contract says', () => {
    expect(earliestEnd(aContent(), STARTED)).toBe('2027-02-03');
    expect(onNotice()).toMatchObject({
      state: 'notice-given',
      notice: { by: 'coach', endsOn: '2027-02-03' },
    });
    const early = { ...NOTICE, endsOn: '2027-02-02' };
    const refusal = refusalFrom(() => giveNotice(anActive(), early, 'supervisor', STARTED));
    expect(refusal).toMatchObject({ reason: 'notice-too-short', details: { because: '2027-02-03' } });
    const late = { ...NOTICE, endsOn: '2028-01-04' };
    expect(refusalOf(() => giveNotice(anActive(), late, 'coach', STARTED))).toBe('outside-term');
    expect(refusalOf(() => giveNotice(onNotice(), NOTICE, 'coach', STARTED))).toBe('wrong-state');
  });

  test('can be given during a suspension, which it ends', () => {
    expect(giveNotice(paused(), NOTICE, 'supervisor', STARTED).contract.suspension).toBeNull();
  });

  test('is taken back by both, up to its last day', () => {
    const asked = cancelNotice(onNotice(), 'coach', STARTED);
    expect(asked.contract).toMatchObject({ state: 'notice-given', asked: { 'cancel-notice': 'coach' } });
    expect(asked.events).toMatchObject([{ type: 'agreement-asked', payload: { what: 'cancel-notice' } }]);
    expect(cancelNotice(asked.contract, 'coach', STARTED)).toMatchObject({
      contract: asked.contract,
      events: [],
    });
    const agreed = cancelNotice(asked.contract, 'supervisor', STARTED);
    expect(agreed.contract).toMatchObject({
      state: 'active',
      notice: null,
      asked: { 'cancel-notice': null },
    });
    const after = Date.parse('2027-02-03T23:00:00Z');
    expect(refusalOf(() => cancelNotice(asked.contract, 'supervisor', after))).toBe('notice-over');
  });

  test('ends the contract after its last day', () => {
    const after = Date.parse('2027-02-03T23:00:00Z');
    expect(refusalOf(() => endAfterNotice(onNotice(), after - 1))).toBe('not-yet');
    expect(endAfterNotice(onNotice(), after)).toMatchObject({
      contract: { state: 'ended', closedAt: after },
      events: [{ type: 'ended', by: 'clock' }],
    });
  });
});

describe('an end at once', () => {
  test.each(['ethical-breach', 'incapacity'] as const)('for %s needs one party', (ground) => {
    const { contract } = endContract(paused(), { ground }, 'supervisor', STARTED);
    expect(contract).toMatchObject({ state: 'ended', suspension: null });
  });

  test('by agreement needs both', () => {
    const wish = { ground: 'mutual' } as const;
    const asked = endContract(anActive(), wish, 'supervisor', STARTED).contract;
    expect(asked).toMatchObject({ state: 'active', asked: { end: 'supervisor' } });
    expect(endContract(asked, wish, 'coach', STARTED).contract.state).toBe('ended');
  });

  test('closes an amendment that was open', () => {
    const wish = { why: 'Tarif', effectiveOn: '2027-03-01' };
    const { contract } = amendContract(anActive(), wish, 'supervisor', STARTED);
    const ended = endContract(contract, { ground: 'incapacity' }, 'coach', STARTED);
    expect(ended.contract.open).toBeNull();
    expect(ended.closed).toEqual([{ number: 2, state: 'withdrawn' }]);
  });

  test('is not for what never began', () => {
    const wish = { ground: 'incapacity' } as const;
    expect(refusalOf(() => endContract(aProposal(), wish, 'coach', STARTED))).toBe('wrong-state');
  });
});

test('a contract is complete when both say so and no session is open', () => {
  const facts = { openSessions: 0 };
  expect(refusalOf(() => completeContract(anActive(), { openSessions: 1 }, 'coach', STARTED))).toBe(
    'sessions-open',
  );
  const asked = completeContract(anActive(), facts, 'coach', STARTED).contract;
  expect(asked.state).toBe('active');
  expect(completeContract(asked, facts, 'supervisor', STARTED).contract.state).toBe('completed');
});

test('a contract expires after its last date, active or suspended', () => {
  const after = Date.parse('2028-01-03T23:00:00Z');
  expect(refusalOf(() => expireContract(anActive(), after - 1))).toBe('not-yet');
  expect(expireContract(anActive(), after).contract.state).toBe('expired');
  expect(expireContract(paused(), after).contract).toMatchObject({ state: 'expired', suspension: null });
  expect(refusalOf(() => expireContract(onNotice(), after))).toBe('wrong-state');
});

describe('a renewal', () => {
  const expired = () => expireContract(anActive(), Date.parse('2028-01-03T23:00:00Z')).contract;

  test('is a new draft with the same terms, from the day after', () => {
    const { draft, events } = renewContract(anActive(), 'supervisor', STARTED);
    expect(draft).toMatchObject({
      amendment: null,
      format: { startsOn: '2028-01-04' },
      fees: aContent().fees,
    });
    expect(events).toMatchObject([{ type: 'renewal-opened' }]);
  });

  test('of a fixed term lasts as long', () => {
    const term = { kind: 'fixed', endsOn: '2027-07-04' } as const;
    const contract = anActive(aContent({ format: { term }, fees: { unit: 'session' } }));
    const { draft } = renewContract(contract, 'supervisor', STARTED);
    expect(draft.format).toMatchObject({ startsOn: '2027-07-05', term: { endsOn: '2028-01-02' } });
  });

  test('starts today when the old one is over, and comes within ninety days', () => {
    const last = Date.parse('2028-04-02T12:00:00Z');
    expect(renewContract(expired(), 'supervisor', last).draft.format?.startsOn).toBe('2028-04-02');
    expect(refusalOf(() => renewContract(expired(), 'supervisor', last + DAY))).toBe('too-late-to-renew');
    expect(refusalOf(() => renewContract(expired(), 'coach', last))).toBe('not-for-this-party');
    expect(refusalOf(() => renewContract(aProposal(), 'supervisor', last))).toBe('wrong-state');
  });
});

test('nothing moves a contract that has ended', () => {
  const ended = endContract(anActive(), { ground: 'incapacity' }, 'coach', STARTED).contract;
  const acts: ((contract: Contract) => unknown)[] = [
    (contract) => suspendContract(contract, PAUSE, 'coach', STARTED),
    (contract) => giveNotice(contract, NOTICE, 'coach', STARTED),
    (contract) => cancelNotice(contract, 'coach', STARTED),
    (contract) => endContract(contract, { ground: 'mutual' }, 'coach', STARTED),
    (contract) => completeContract(contract, { openSessions: 0 }, 'coach', STARTED),
    (contract) => resumeContract(contract, 'coach', STARTED),
    (contract) => amendContract(contract, { why: 'x', effectiveOn: '2027-03-01' }, 'supervisor', STARTED),
  ];
  expect(acts.map((act) => refusalOf(() => act(ended)))).toEqual(acts.map(() => 'wrong-state'));
});

test('no word that anybody wrote enters the chain, which nobody could erase', () => {
  const reason = 'Mot à soi';
  const events = [
    suspendContract(anActive(), { ...PAUSE, reason }, 'coach', STARTED),
    giveNotice(anActive(), { ...NOTICE, reason }, 'coach', STARTED),
    amendContract(anActive(), { why: reason, effectiveOn: '2027-03-01' }, 'supervisor', STARTED),
  ].flatMap((transition) => transition.events);
  expect(events).toHaveLength(3);
  expect(JSON.stringify(events)).not.toContain(reason);
});
