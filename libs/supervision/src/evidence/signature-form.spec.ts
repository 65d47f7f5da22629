import { createHash } from 'node:crypto';
import { event } from '../contract/contract';
import { bindSignature, signatureHash, type SignatureFacts } from './signature-form';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const FACTS: SignatureFacts = {
  contractId: '0193a1b2-0000-7000-8000-000000000001',
  number: 1,
  party: 'coach',
  fullName: 'Zoé Ardouin',
  email: 'zoe@coach.example',
  canonicalSha256: 'a'.repeat(64),
  pdfSha256: 'b'.repeat(64),
  consents: [{ clause: 'fees', textSha256: 'c'.repeat(64) }],
  method: 'email-code',
  authenticatedAt: 1_796_000_000_000,
  signedAt: 1_796_000_060_000,
  ip: '192.0.2.7',
  userAgent: 'Mozilla/5.0',
};
const OTHER: SignatureFacts = {
  contractId: '0193a1b2-0000-7000-8000-000000000002',
  number: 2,
  party: 'supervisor',
  fullName: 'Zoé Ardouin-Roy',
  email: 'other@coach.example',
  canonicalSha256: 'd'.repeat(64),
  pdfSha256: 'e'.repeat(64),
  consents: [{ clause: 'data', textSha256: 'c'.repeat(64) }],
  method: 'passkey',
  authenticatedAt: 1_796_000_000_001,
  signedAt: 1_796_000_060_001,
  ip: '192.0.2.8',
  userAgent: 'Mozilla/5.1',
};

test.each(Object.keys(OTHER) as (keyof SignatureFacts)[])(
  'a signature with another %s has another hash',
  (what) => {
    expect(signatureHash({ ...FACTS, [what]: OTHER[what] }, sha256)).not.toBe(signatureHash(FACTS, sha256));
  },
);

test('how a name is composed and an address capitalised makes no difference', () => {
  const same = { ...FACTS, fullName: 'Zoe\u0301 Ardouin', email: 'Zoe@Coach.example' };
  expect(signatureHash(same, sha256)).toBe(signatureHash(FACTS, sha256));
});

test('the event of a signature names its hash, the others stay as they are', () => {
  const signed = event('signed', 'coach', 1, 1, { party: 'coach' });
  const complete = event('fully-signed', 'coach', 1, 1);
  expect(bindSignature([signed, complete], 'f'.repeat(64))).toEqual([
    { ...signed, payload: { party: 'coach', signatureSha256: 'f'.repeat(64) } },
    complete,
  ]);
});
