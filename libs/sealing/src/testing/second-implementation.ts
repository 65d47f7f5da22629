import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/french.js';
import sodium from 'libsodium-wrappers-sumo';

/**
 * `visavis/1` once more, from the specification, on libsodium and node:crypto. It imports nothing from the library,
 * down to the encoding of parts: what both do the same, the specification says.
 */
await sodium.ready;

export const ready = sodium.ready;
type Raw = Uint8Array;
const SUITE = 'visavis/1';
const raw = (value: string | Raw) => (typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
const plain = (value: Raw) => Uint8Array.from(value);

export function encode(...parts: readonly (string | Raw)[]): Raw {
  const size = (value: number) => {
    const eight = Buffer.alloc(8);
    eight.writeBigUInt64LE(BigInt(value));
    return eight;
  };
  const pieces = parts.map(raw);
  return Buffer.concat([size(pieces.length), ...pieces.flatMap((piece) => [size(piece.length), piece])]);
}

export function number(value: number): Raw {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}

export const hash = (value: Raw) => plain(createHash('sha256').update(value).digest());

export function kd(key: Raw, ...context: readonly (string | Raw)[]): Raw {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), encode(SUITE, ...context), 32));
}

export function box(key: Raw, nonce: Raw, aad: Raw, text: Raw): Uint8Array<ArrayBuffer> {
  return plain(sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, aad, null, nonce, key));
}

export function unbox(key: Raw, nonce: Raw, aad: Raw, ciphertext: Raw): Uint8Array<ArrayBuffer> {
  return plain(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, aad, nonce, key));
}

export function passphraseKey(passphrase: string, salt: Raw): Raw {
  return sodium.crypto_pwhash(32, passphrase.normalize('NFKC'), salt, 3, 64 * 1024 * 1024, 2);
}

export function slot(ikm: Raw, place: { vaultId: string; slotId: string; type: string }) {
  const { vaultId, slotId, type } = place;
  const commit = kd(ikm, 'slot/commit', vaultId, slotId, type);
  const kdf = type === 'passphrase' ? 'argon2id-64MiB-3-1' : 'hkdf';
  return {
    key: kd(ikm, 'slot/kek', vaultId, slotId, type),
    commit,
    aad: (salt: Raw, generation: number) =>
      encode(SUITE, 'slot', vaultId, slotId, type, kdf, salt, number(generation), commit),
  };
}

export function masterSubKey(amk: Raw, use: string, vaultId: string, generation: number): Raw {
  return kd(amk, `amk/${use}`, vaultId, number(generation));
}

export const identityAad = (vaultId: string, userId: string, ed: Raw, x: Raw, generation: number) =>
  encode(SUITE, 'identity', vaultId, userId, ed, x, number(generation));

export function keyPair(seed: Raw, xSecret: Raw, userId: string) {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  const x = sodium.crypto_scalarmult_base(xSecret);
  const sign = (message: Raw) => plain(sodium.crypto_sign_detached(message, privateKey));
  return { ed: plain(publicKey), x: plain(x), sign, xkey: sign(encode(SUITE, 'xkey', userId, publicKey, x)) };
}

export const isSigned = (signature: Raw, message: Raw, ed: Raw) =>
  sodium.crypto_sign_verify_detached(signature, message, ed);

export function entry(ek: Raw, vaultId: string, entryId: string, epoch: number) {
  const of = (use: string) => kd(ek, `ek/${use}`, vaultId, entryId, number(epoch));
  const commit = of('commit');
  return {
    content: of('content'),
    comment: of('comment'),
    commit: plain(commit),
    wrapAad: (generation: number) =>
      encode(SUITE, 'ek', vaultId, entryId, number(epoch), commit, number(generation)),
  };
}

export interface RevisionParts {
  vaultId: string;
  authorId: string;
  entryId: string;
  epoch: number;
  rev: number;
  prevHash: Raw;
  commit: Raw;
  schema: string;
}

export const revisionAad = (parts: RevisionParts) =>
  encode(
    ...[SUITE, 'rev', parts.vaultId, parts.authorId, parts.entryId, number(parts.epoch), number(parts.rev)],
    ...[parts.prevHash, parts.commit, parts.schema],
  );

export const revisionHash = (header: Raw, nonce: Raw, ciphertext: Raw) =>
  hash(encode(SUITE, 'revhash', header, nonce, ciphertext));
export const revisionMessage = (revHash: Raw) => encode(SUITE, 'revsig', revHash);

export const commentAad = (vaultId: string, entryId: string, epoch: number, id: string, authorId: string) =>
  encode(SUITE, 'comment', vaultId, entryId, number(epoch), id, authorId);
export const commentMessage = (aad: Raw, nonce: Raw, ciphertext: Raw) =>
  encode(SUITE, 'commentsig', aad, nonce, ciphertext);

export const deletionMessage = (vaultId: string, entryId: string, rev: number, headHash: Raw) =>
  encode(SUITE, 'delete', vaultId, entryId, number(rev), headHash);

export const previousAad = (vaultId: string, generation: number) =>
  encode(SUITE, 'previous', vaultId, number(generation), number(generation - 1));

export function padded(text: string): Uint8Array<ArrayBuffer> {
  const body = Buffer.from(text, 'utf8');
  let size = 2048;
  while (size < body.length + 4) size *= 2;
  const result = new Uint8Array(size);
  result.set(number(body.length));
  result.set(body, 4);
  return result;
}

export function unpadded(bytes: Raw): string {
  const buffer = Buffer.from(bytes);
  return buffer.subarray(4, 4 + buffer.readUInt32LE(0)).toString('utf8');
}

export function fingerprintWords(userId: string, ed: Raw): string {
  const bits = [...hash(encode(SUITE, 'fp', userId, ed))]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return Array.from(
    { length: 10 },
    (_, at) => wordlist[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)],
  ).join(' ');
}

export function recoveryCode(bytes: Raw): string {
  const bits = (value: Raw) => [...value].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const all = `${bits(bytes)}00${bits(hash(encode(SUITE, 'recovery', bytes))).slice(0, 10)}`;
  const letters = (all.match(/.{5}/g) ?? []).map(
    (five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)],
  );
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** RFC 9180, Base mode, by hand: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. */
const KEM = Buffer.concat([Buffer.from('KEM'), Buffer.from([0x00, 0x20])]);
const HPKE = Buffer.concat([Buffer.from('HPKE'), Buffer.from([0x00, 0x20, 0x00, 0x01, 0x00, 0x03])]);

function labeledExtract(suite: Raw, salt: Raw, label: string, ikm: Raw): Raw {
  return createHmac('sha256', salt.length === 0 ? Buffer.alloc(32) : salt)
    .update(Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]))
    .digest();
}

function labeledExpand(suite: Raw, prk: Raw, label: string, info: Raw, length: number): Raw {
  const size = Buffer.from([length >> 8, length & 255]);
  const labeled = Buffer.concat([size, Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  // One block is enough for everything here: no output is longer than a hash.
  return createHmac('sha256', prk)
    .update(labeled)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length);
}

function schedule(dh: Raw, enc: Raw, recipientX: Raw, info: Raw) {
  const none = Buffer.alloc(0);
  const eaePrk = labeledExtract(KEM, none, 'eae_prk', dh);
  const shared = labeledExpand(KEM, eaePrk, 'shared_secret', Buffer.concat([enc, recipientX]), 32);
  const context = Buffer.concat([
    Buffer.from([0]),
    labeledExtract(HPKE, none, 'psk_id_hash', none),
    labeledExtract(HPKE, none, 'info_hash', info),
  ]);
  const secret = labeledExtract(HPKE, shared, 'secret', none);
  return {
    key: labeledExpand(HPKE, secret, 'key', context, 32),
    nonce: labeledExpand(HPKE, secret, 'base_nonce', context, 12),
  };
}

export function hpkeSeal(recipientX: Raw, info: Raw, text: Raw, ikm: Raw) {
  const dkp = labeledExtract(KEM, Buffer.alloc(0), 'dkp_prk', ikm);
  const secret = labeledExpand(KEM, dkp, 'sk', Buffer.alloc(0), 32);
  const enc = sodium.crypto_scalarmult_base(secret);
  const { key, nonce } = schedule(sodium.crypto_scalarmult(secret, recipientX), enc, recipientX, info);
  const ciphertext = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(
    text,
    new Uint8Array(0),
    null,
    nonce,
    key,
  );
  return { enc: plain(enc), ciphertext: plain(ciphertext) };
}

export function hpkeOpen(xSecret: Raw, info: Raw, enc: Raw, ciphertext: Raw): Uint8Array<ArrayBuffer> {
  const recipientX = sodium.crypto_scalarmult_base(xSecret);
  const { key, nonce } = schedule(sodium.crypto_scalarmult(xSecret, enc), enc, recipientX, info);
  return plain(
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, ciphertext, new Uint8Array(0), nonce, key),
  );
}

export interface ShareParts {
  vaultId: string;
  entryId: string;
  epoch: number;
  commit: Raw;
  senderId: string;
  senderEd: Raw;
  recipientId: string;
  recipientEd: Raw;
  recipientX: Raw;
}

export const shareInfo = (parts: ShareParts) =>
  encode(
    ...[SUITE, 'share', parts.vaultId, parts.entryId, number(parts.epoch), parts.commit],
    ...[parts.senderId, parts.senderEd, parts.recipientId, parts.recipientEd, parts.recipientX],
  );
export const shareMessage = (info: Raw, enc: Raw, ciphertext: Raw) =>
  encode(SUITE, 'sharesig', info, enc, ciphertext);
