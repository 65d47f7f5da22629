import { NO_HASH, writeBase64Url } from '@visavis/sealing-proof';
import { refusalOf } from '../testing/refusal-of';
import { type EntryHead, type Keeping, mayAppend } from './may-append';
import { requireSlots } from './require-slots';

const ID = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';
const filled = (byte: number, length = 32) => new Uint8Array(length).fill(byte);
const place = { vaultId: ID, entryId: ID, epoch: 2 };

const head: EntryHead = {
  schema: 'journal/1',
  rev: 7,
  hash: filled(7),
  epoch: 2,
  epochClosed: false,
  generation: 3,
  commit: filled(2),
};
const keeping = (over: Partial<Keeping> = {}, entry: Partial<EntryHead> | null = {}): Keeping => ({
  ownerId: ID,
  vault: { id: ID, generation: 3 },
  writesUntil: null,
  deleted: false,
  entry: entry === null ? null : { ...head, ...entry },
  ...over,
});
const revision = (over: object = {}) => ({
  ...place,
  authorId: ID,
  rev: 8,
  prevHash: filled(7),
  commit: filled(2),
  schema: 'journal/1',
  nonce: filled(0, 24),
  ciphertext: filled(0, 2064),
  signature: filled(0, 64),
  ...over,
});
const key = (over: object = {}) => ({
  ...place,
  epoch: 3,
  commit: filled(3),
  generation: 3,
  nonce: filled(0, 24),
  wrapped: filled(0, 48),
  ...over,
});
const opening = (over: object = {}) => revision({ epoch: 3, commit: filled(3), ...over });
const grant = (over: object = {}) => ({
  ...place,
  epoch: 3,
  commit: filled(3),
  senderId: ID,
  senderEd: filled(0),
  recipientId: OTHER,
  recipientEd: filled(0),
  recipientX: filled(0),
  enc: filled(0),
  ciphertext: filled(0, 48),
  signature: filled(0, 64),
  ...over,
});
const NOW = 1_000;

describe('whether a revision may follow', () => {
  it('says yes to the successor in the epoch that stands, to a new epoch, and to the first of all', () => {
    mayAppend(keeping(), { revision: revision() }, NOW);
    mayAppend(keeping(), { revision: opening(), key: key() }, NOW);
    mayAppend(keeping(), { revision: opening(), key: key(), grants: [grant()] }, NOW);
    const first = revision({ epoch: 1, rev: 1, prevHash: NO_HASH, commit: filled(3) });
    mayAppend(keeping({}, null), { revision: first, key: key({ epoch: 1 }) }, NOW);
    mayAppend(keeping({}, { epochClosed: true }), { revision: opening(), key: key() }, NOW);
    mayAppend(keeping({ writesUntil: NOW + 1 }), { revision: revision() }, NOW);
  });

  it.each([
    ['vault-missing', keeping({ vault: null }), { revision: revision() }],
    ['vault-missing', keeping(), { revision: revision({ vaultId: OTHER }) }],
    ['vault-closed', keeping({ writesUntil: NOW }), { revision: revision() }],
    ['class-not-open', keeping(), { revision: revision({ schema: 'session-private/1' }) }],
    ['entry-deleted', keeping({ deleted: true }, null), { revision: revision() }],
    ['head-moved', keeping(), { revision: revision({ rev: 9 }) }],
    ['head-moved', keeping(), { revision: revision({ prevHash: filled(8) }) }],
    ['head-moved', keeping({}, null), { revision: revision() }],
    ['class-changed', keeping(), { revision: revision({ schema: 'margin/1' }) }],
    ['epoch-closed', keeping({}, { epochClosed: true }), { revision: revision() }],
    ['epoch-out-of-order', keeping(), { revision: revision({ epoch: 1 }) }],
    ['epoch-out-of-order', keeping(), { revision: revision({ epoch: 4 }) }],
    ['generation-moved', keeping({}, { generation: 2 }), { revision: revision() }],
    ['generation-moved', keeping(), { revision: opening(), key: key({ generation: 2 }) }],
    ['key-wrong', keeping(), { revision: revision(), key: key() }],
    ['key-wrong', keeping(), { revision: revision({ commit: filled(9) }) }],
    ['key-wrong', keeping(), { revision: opening() }],
    ['key-wrong', keeping(), { revision: opening(), key: key({ entryId: OTHER }) }],
    ['key-wrong', keeping(), { revision: opening(), key: key({ commit: filled(9) }) }],
    ['key-wrong', keeping(), { revision: revision(), grants: [grant({ epoch: 2, commit: filled(2) })] }],
    ['key-wrong', keeping(), { revision: opening(), key: key(), grants: [grant({ epoch: 2 })] }],
    ['key-wrong', keeping(), { revision: opening(), key: key(), grants: [grant({ recipientId: ID })] }],
    ['one-reader', keeping(), { revision: opening(), key: key(), grants: [grant(), grant()] }],
  ])('says %s', (reason, stored, wish) => {
    expect(refusalOf(() => mayAppend(stored, wish, NOW)).reason).toBe(reason);
  });

  it('tells the head with what moved it, and an empty one before the first revision', () => {
    const told = (stored: Keeping) =>
      refusalOf(() => mayAppend(stored, { revision: revision({ rev: 9 }) }, NOW)).details;
    expect(told(keeping())).toEqual({ head: { rev: 7, hash: writeBase64Url(head.hash), epoch: 2 } });
    expect(told(keeping({}, null))).toEqual({ head: { rev: 0, hash: '', epoch: 0 } });
  });
});

it('asks for two ways in, one of them on paper', () => {
  requireSlots([{ type: 'passphrase' }, { type: 'recovery' }]);
  for (const slots of [[], [{ type: 'recovery' }], [{ type: 'passphrase' }, { type: 'prf' }]])
    expect(refusalOf(() => requireSlots(slots)).reason).toBe('too-few-slots');
});
