import { aContent } from '../testing/a-content';
import { anActive, aSigned, STARTED } from '../testing/a-contract';
import { giveNotice } from './give-notice';
import { bookingObstacle, countsMinutes, mayBook, whatSponsorSees } from './may-book';
import { suspendContract } from './suspend-contract';

const at = (text: string) => Date.parse(text);

test('an active contract with minutes left may be booked', () => {
  expect(mayBook(anActive(), 90, STARTED)).toBe(true);
  expect(bookingObstacle(anActive(), 89, STARTED)).toBe('not-enough-minutes');
  expect(bookingObstacle(anActive(), null, STARTED)).toBeNull();
});

test('a contract that is not in force books nothing', () => {
  expect(bookingObstacle(aSigned(), 900, STARTED)).toBe('contract-not-in-force');
  const paused = suspendContract(anActive(), { until: '2027-02-01', reason: '' }, 'coach', STARTED).contract;
  expect(bookingObstacle(paused, 900, STARTED)).toBe('contract-not-in-force');
});

test('a session lies within the term, counted in the contract’s zone', () => {
  expect(bookingObstacle(anActive(), 900, STARTED, at('2028-01-03T22:30:00Z'))).toBeNull();
  expect(bookingObstacle(anActive(), 900, STARTED, at('2028-01-03T23:00:00Z'))).toBe('outside-term');
  expect(bookingObstacle(anActive(), 900, STARTED, at('2027-01-03T22:59:00Z'))).toBe('outside-term');
});

test('after notice, up to its last day', () => {
  const notice = { endsOn: '2027-03-01', ground: 'ordinary', reason: '' } as const;
  const { contract } = giveNotice(anActive(), notice, 'coach', STARTED);
  expect(bookingObstacle(contract, 900, STARTED, at('2027-03-01T20:00:00Z'))).toBeNull();
  expect(bookingObstacle(contract, 900, STARTED, at('2027-03-02T08:00:00Z'))).toBe('outside-term');
});

test('no session lies beyond the supervisor’s insurance', () => {
  const content = aContent();
  const insurance = { ...content.parties.supervisor.insurance, validUntil: '2027-06-30' };
  const contract = anActive(
    aContent({ parties: { supervisor: { ...content.parties.supervisor, insurance } } }),
  );
  expect(bookingObstacle(contract, 900, STARTED, at('2027-06-30T08:00:00Z'))).toBeNull();
  expect(bookingObstacle(contract, 900, STARTED, at('2027-07-01T08:00:00Z'))).toBe('insurance-expired');
});

test('only a package runs out', () => {
  expect(countsMinutes(aContent())).toBe(true);
  expect(countsMinutes(aContent({ format: { term: { kind: 'fixed', endsOn: '2027-12-31' } } }))).toBe(false);
});

test.each([
  ['nothing', []],
  ['attendance', ['dates', 'attendance', 'minutes']],
  ['attendance-and-agreed-themes', ['dates', 'attendance', 'minutes', 'agreed-themes']],
] as const)('a sponsor who sees %s sees %j', (sees, facts) => {
  const content = aContent({ confidentiality: { sponsor: { name: 'Cabinet Nord', sees } } });
  expect(whatSponsorSees(content)).toEqual({ name: 'Cabinet Nord', sees, facts });
  expect(whatSponsorSees(aContent())).toBeNull();
});
