import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Bytes } from '../bytes';
import { fallbackReadBase64Url, fallbackWriteBase64Url, readBase64Url, writeBase64Url } from './base64url';
import { commentWire } from './comment-wire';
import { deletionWire } from './deletion-wire';
import { grantWire } from './grant-wire';
import { revisionWire } from './revision-wire';
import { slotWire } from './slot-wire';
import {
  previousGenerationWire,
  publicIdentityWire,
  wrappedEntryKeyWire,
  wrappedIdentityWire,
} from './vault-wire';

const bytes = fc.uint8Array({ maxLength: 200 }).map((each): Bytes => Uint8Array.from(each));
/** Of the letters it is made of, and of those that a lenient reader passes over. */
const nearly = fc.string({ unit: fc.constantFrom(...'AQgw9-_+/= \n'), maxLength: 12 });
const ID = '00000000-0000-4000-8000-00000000000a';
const of = (length: number): Bytes => new Uint8Array(length).fill(length & 255);
const places = { vaultId: ID, entryId: ID, epoch: 1 };
const keys = { userId: ID, edPub: of(32), xPub: of(32), xkeySignature: of(64) };

const revision = {
  ...places,
  authorId: ID,
  rev: 1,
  prevHash: of(32),
  commit: of(32),
  schema: 'journal/1',
  nonce: of(24),
  ciphertext: of(2064),
  signature: of(64),
};
const slot = {
  vaultId: ID,
  slotId: ID,
  type: 'passphrase',
  derivation: 'argon2id-64MiB-3-1',
  salt: of(16),
  generation: 1,
  commit: of(32),
  nonce: of(24),
  wrapped: of(48),
};

const STRUCTURES: readonly (readonly [string, z.ZodMiniType, Readonly<Record<string, unknown>>])[] = [
  ['revision', revisionWire, revision],
  [
    'grant',
    grantWire,
    {
      ...places,
      commit: of(32),
      senderId: ID,
      senderEd: of(32),
      recipientId: ID,
      recipientEd: of(32),
      recipientX: of(32),
      enc: of(32),
      ciphertext: of(48),
      signature: of(64),
    },
  ],
  [
    'comment',
    commentWire,
    { ...places, commentId: ID, authorId: ID, nonce: of(24), ciphertext: of(2064), signature: of(64) },
  ],
  ['deletion', deletionWire, { vaultId: ID, entryId: ID, rev: 3, headHash: of(32), signature: of(64) }],
  ['slot', slotWire, slot],
  ['public identity', publicIdentityWire, keys],
  [
    'wrapped identity',
    wrappedIdentityWire,
    { ...keys, vaultId: ID, generation: 1, nonce: of(24), wrapped: of(80) },
  ],
  [
    'previous generation',
    previousGenerationWire,
    { vaultId: ID, generation: 2, nonce: of(24), wrapped: of(112) },
  ],
  [
    'wrapped entry key',
    wrappedEntryKeyWire,
    { ...places, commit: of(32), generation: 1, nonce: of(24), wrapped: of(48) },
  ],
];

describe.each([
  ['of the engine', readBase64Url, writeBase64Url],
  ['without it', fallbackReadBase64Url, fallbackWriteBase64Url],
] as const)('base64url %s', (_whose, readBase64Url, writeBase64Url) => {
  it('is what Node writes, and reads back the same bytes', () => {
    expect('fromBase64' in Uint8Array).toBe(true);
    fc.assert(
      fc.property(bytes, (each) => {
        const text = writeBase64Url(each);
        expect(text).toBe(Buffer.from(each).toString('base64url'));
        expect(readBase64Url(text)).toEqual(each);
      }),
    );
  });

  it('reads one text for each list of bytes and no other', () => {
    for (const wrong of ['A', 'AB', 'AAB', 'AA==', 'AA\n', '+/+/', 'é', 'AAAAA', 'A A'])
      expect(readBase64Url(wrong)).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 12 }), nearly), (text) => {
        const read = readBase64Url(text);
        if (read !== null) expect(writeBase64Url(read)).toBe(text);
      }),
    );
  });
});

describe.each(STRUCTURES)('a %s on the wire', (_name, wire, structure) => {
  const json = z.encode(wire, structure) as Record<string, unknown>;

  it('comes back from JSON as it was', () => {
    expect(z.decode(wire, JSON.parse(JSON.stringify(json)))).toEqual(structure);
  });

  it('refuses what it does not know, and names it', () => {
    for (const unknown of ['text', 'isAdmin', '__proto__x'])
      expect(wire.safeParse({ ...json, [unknown]: 'hello' }).success).toBe(false);
  });

  it('refuses every field that is missing, empty, longer, shorter or of another type', () => {
    for (const [field, value] of Object.entries(structure)) {
      const { [field]: _gone, ...without } = json;
      expect(wire.safeParse(without).success).toBe(false);
      const wrong: unknown[] = [null, {}, [], true, 1.5, `${String(json[field])}=`];
      if (value instanceof Uint8Array && field !== 'ciphertext')
        wrong.push(writeBase64Url(of(value.length + 1)), writeBase64Url(of(Math.max(0, value.length - 1))));
      if (typeof value === 'number') wrong.push(0, -1, 2 ** 31, '1');
      if (typeof value === 'string')
        wrong.push('', value.toUpperCase() === value ? 'x' : value.toUpperCase());
      for (const each of wrong.filter((other) => other !== json[field]))
        expect([field, each, wire.safeParse({ ...json, [field]: each }).success]).toEqual([
          field,
          each,
          false,
        ]);
    }
  });
});

describe('a slot on the wire', () => {
  it('has the one derivation and salt of its type', () => {
    const json = z.encode(slotWire, slot);
    const fieldsWrong = (change: object) => {
      const { error } = slotWire.safeParse({ ...json, ...change });
      return [...new Set(error?.issues.map(({ path }) => path.join('.')))];
    };
    expect(fieldsWrong({ derivation: 'argon2id-8MiB-1-1' })).toEqual(['derivation']);
    expect(fieldsWrong({ derivation: 'hkdf' })).toEqual(['derivation']);
    expect(fieldsWrong({ type: 'recovery' })).toEqual(['derivation', 'salt']);
    expect(fieldsWrong({ type: 'recovery', derivation: 'hkdf' })).toEqual(['salt']);
    expect(fieldsWrong({ type: 'recovery', derivation: 'hkdf', salt: '' })).toEqual([]);
    expect(fieldsWrong({ type: 'escrow' })).toContain('type');
  });
});
