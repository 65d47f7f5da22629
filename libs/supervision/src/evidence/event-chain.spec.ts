import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { ContractEvent } from '../contract/contract';
import { canonicalJson } from './canonical-json';
import { chainEvents, chainHash, eventForm, FIRST_LINK, verifyChain, type ChainedEvent } from './event-chain';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const event = (type: ContractEvent['type'], payload: ContractEvent['payload'] = {}): ContractEvent => ({
  type,
  by: 'coach',
  at: 1_800_000_000_000,
  versionNumber: 1,
  payload,
});
const EVENTS = [event('created'), event('frozen', { pdfSha256: 'a' }), event('signed', { fullName: 'Zoé' })];
const chain = () => chainEvents('c1', FIRST_LINK, EVENTS, sha256);

test('each hash is SHA-256 over the previous hash and the canonical event', () => {
  const [first, second] = chain();
  const expected = createHash('sha256')
    .update(Buffer.alloc(32))
    .update(
      '{"at":1800000000000,"by":"coach","contractId":"c1","payload":{},"schema":"visavis-event/1","seq":1,"type":"created","versionNumber":1}',
    )
    .digest('hex');
  expect(first).toMatchObject({ seq: 1, previousHash: '0'.repeat(64), hash: expected });
  const form = canonicalJson(eventForm(second as ChainedEvent));
  expect(second?.hash).toBe(
    createHash('sha256').update(Buffer.from(expected, 'hex')).update(form).digest('hex'),
  );
});

test('a link is 32 bytes', () => {
  expect(() => chainHash(new Uint8Array(31), new Uint8Array(), sha256)).toThrow(RangeError);
});

test('a chain goes on from its head', () => {
  const [first, ...rest] = chain();
  const head = { seq: 1, hash: first?.hash ?? '' };
  expect(chainEvents('c1', head, EVENTS.slice(1), sha256)).toEqual(rest);
});

test('an untouched chain follows from its first event, and so does none', () => {
  expect(verifyChain('c1', chain(), sha256)).toBeNull();
  expect(verifyChain('c1', [], sha256)).toBeNull();
});

function change(at: number, over: Partial<ChainedEvent>): ChainedEvent[] {
  return chain().map((entry, index) => (index === at ? { ...entry, ...over } : entry));
}

test.each([
  ['another payload', change(1, { payload: { pdfSha256: 'b' } }), 2],
  ['another time', change(0, { at: 1_800_000_000_001 }), 1],
  ['another author', change(2, { by: 'supervisor' }), 3],
  ['another hash before', change(1, { previousHash: 'f'.repeat(64) }), 2],
  ['another hash', change(1, { hash: 'f'.repeat(64) }), 2],
  ['a missing event', chain().toSpliced(1, 1), 2],
  ['a missing beginning', chain().slice(1), 1],
  ['two events in the other order', [chain()[0], chain()[2], chain()[1]] as ChainedEvent[], 2],
  ['an event twice', [...chain(), ...chain().slice(2)], 4],
])('%s is found', (_, events, seq) => {
  expect(verifyChain('c1', events, sha256)).toBe(seq);
});

test('the chain of another contract is not this one’s', () => {
  expect(verifyChain('c2', chain(), sha256)).toBe(1);
  const renamed = chain().map((entry) => ({ ...entry, contractId: 'c2' }));
  expect(verifyChain('c2', renamed, sha256)).toBe(1);
});

test('a change of any event is named at that event', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.string(), (at, note) => {
      const broken = change(at, { payload: { ...chain()[at]?.payload, note } });
      expect(verifyChain('c1', broken, sha256)).toBe(at + 1);
    }),
  );
});
