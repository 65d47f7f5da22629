import {
  aDraft,
  aProposal,
  ASKED,
  aSignature,
  aSigned,
  CANONICAL,
  DRAFTED,
  days,
  PDF,
  SIGNED,
  signedBy,
} from '../testing/a-contract';
import { refusalOf } from '../testing/refusal-of';
import type { SignWish } from '../contract-wish';
import { signContract } from './sign-contract';

const OTHER = 'f'.repeat(64);

function refusedWith(over: Partial<SignWish>): string | null {
  const contract = aProposal();
  return refusalOf(() => signContract(contract, aSignature(contract, 'coach', over), ASKED, 'coach', SIGNED));
}

test.each([
  ['supervisor', 'coach'],
  ['coach', 'supervisor'],
] as const)('the %s first, then the %s: signed', (first, second) => {
  const half = signedBy(aProposal(), first);
  expect(half.state).toBe('partially-signed');
  expect(signedBy(half, second)).toMatchObject({ state: 'signed', concludedAt: SIGNED });
});

test('a signature binds both hashes, the name as typed and every consent', () => {
  const contract = aProposal();
  const wish = aSignature(contract, 'coach', { fullName: 'zoé  ARDOUIN' });
  const { events } = signContract(contract, wish, ASKED, 'coach', SIGNED);
  expect(events).toEqual([
    {
      type: 'signed',
      by: 'coach',
      at: SIGNED,
      versionNumber: 1,
      payload: {
        party: 'coach',
        fullName: 'zoé  ARDOUIN',
        canonicalSha256: CANONICAL,
        pdfSha256: PDF,
        consents: ASKED,
      },
    },
  ]);
});

test('the last signature says so in the chain', () => {
  const half = signedBy(aProposal(), 'coach');
  const { events } = signContract(half, aSignature(half, 'supervisor'), ASKED, 'supervisor', SIGNED);
  expect(events.map(({ type }) => type)).toEqual(['signed', 'fully-signed']);
});

test.each([
  [{ canonicalSha256: OTHER }, 'text-changed'],
  [{ pdfSha256: OTHER }, 'text-changed'],
  [{ number: 2 }, 'text-changed'],
  [{ fullName: 'Hélène Marchetti' }, 'name-differs'],
  [{ fullName: 'Zoe Ardouin' }, 'name-differs'],
  [{ consents: ASKED.slice(1) }, 'consent-missing'],
  [{ consents: ASKED.map((consent) => ({ ...consent, textSha256: OTHER })) }, 'text-changed'],
  [{ consents: [...ASKED, ...ASKED.slice(0, 1)] }, 'text-changed'],
])('%j is refused: %s', (over, reason) => {
  expect(refusedWith(over)).toBe(reason);
});

test('nobody signs twice, also once everybody has', () => {
  const half = signedBy(aProposal(), 'coach');
  expect(refusalOf(() => signedBy(half, 'coach'))).toBe('already-signed');
  const whole = aSigned();
  expect(refusalOf(() => signedBy(whole, 'supervisor'))).toBe('already-signed');
});

test('a draft is not signed, and a lapsed proposal neither', () => {
  expect(refusalOf(() => signedBy(aDraft(), 'coach'))).toBe('wrong-state');
  const contract = aProposal();
  expect(refusalOf(() => signedBy(contract, 'coach', days(DRAFTED, 21)))).toBe('wrong-state');
  expect(refusalOf(() => signedBy(contract, 'coach', days(DRAFTED, 21) - 1))).toBeNull();
});
