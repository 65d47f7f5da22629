import { aContent } from '../testing/a-content';
import { unusedMinutes } from './unused-minutes';

// 1,500 euros for ten sessions of ninety minutes
const refunding = aContent();
const forfeiting = aContent({ ending: { unusedMinutes: 'forfeit-after-expiry' } });
const euros = (net: number, vat = 0) => ({
  netCents: net,
  vatCents: vat,
  totalCents: net + vat,
  currency: 'EUR',
});

test.each([
  ['refunds in proportion, whoever ended it', refunding, 'ended', 'coach', 270, euros(45_000)],
  ['refunds in proportion at the end of the term', refunding, 'expired', null, 900, euros(150_000)],
  ['keeps what is lost with its validity', forfeiting, 'expired', null, 270, null],
  ['keeps it when the coach ends earlier', forfeiting, 'ended', 'coach', 270, null],
  ['refunds it when the supervisor ends earlier', forfeiting, 'ended', 'supervisor', 270, euros(45_000)],
  [
    'refunds a consumer who withdraws, whatever the clause',
    forfeiting,
    'rescinded',
    'coach',
    810,
    euros(135_000),
  ],
] as const)('%s', (_, content, state, endedBy, minutes, refund) => {
  expect(unusedMinutes(content, state, endedBy, minutes)).toEqual({ minutes, refund });
});

test('VAT is refunded with the price, on the rounded net', () => {
  const vat = { mode: 'charged', rateBp: 2000 } as const;
  const content = aContent({ fees: { ...refunding.fees, amountCents: 100_001, vat } });
  // 100 001 × 100 / 900 = 11 111.2…, and a fifth of it
  expect(unusedMinutes(content, 'ended', null, 100)?.refund).toEqual(euros(11_111, 2222));
});

test('what is paid session by session is never owed back, and without a package nothing is left', () => {
  const perSession = aContent({ fees: { ...refunding.fees, unit: 'session' } });
  expect(unusedMinutes(perSession, 'ended', 'supervisor', 90)).toEqual({ minutes: 90, refund: null });
  const fixed = aContent({ format: { term: { kind: 'fixed', endsOn: '2027-12-31' } } });
  expect(unusedMinutes(fixed, 'ended', 'supervisor', 90)).toBeNull();
  expect(unusedMinutes(refunding, 'completed', null, 0)).toBeNull();
});
