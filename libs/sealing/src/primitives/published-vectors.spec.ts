import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { argon2id as hashWasmArgon2id } from 'hash-wasm';
import {
  type Bytes,
  fallbackVerifyingKey,
  fromHex,
  readVerifyingKey,
  toHex,
  utf8,
} from '@visavis/sealing-proof';
import { open, seal } from './aead';
import { exchangeKeyOf } from './exchange-key';
import { hpkeSuite } from './hpke-suite';
import { fallbackSigningKey, readSigningKey } from './signing-key';
import { scripted } from '../testing/random';

/** RFC 8032, section 7.1: seed, public key, message, signature. */
const ED25519 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

describe('RFC 8032, section 7.1', () => {
  for (const [seed, publicKey, message, signature] of ED25519)
    it(`signs and verifies the message ${message || '(empty)'}, through WebCrypto and without`, async () => {
      for (const key of [await readSigningKey(fromHex(seed)), fallbackSigningKey(fromHex(seed))]) {
        expect(toHex(key.publicKey)).toBe(publicKey);
        expect(toHex(await key.sign(fromHex(message)))).toBe(signature);
      }
      for (const key of [
        await readVerifyingKey(fromHex(publicKey)),
        fallbackVerifyingKey(fromHex(publicKey)),
      ])
        expect(await key.verify(fromHex(signature), fromHex(message))).toBe(true);
    });
});

describe('RFC 7748', () => {
  it('multiplies as in section 5.2', () => {
    const scalar = fromHex('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4');
    const u = fromHex('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c');
    expect(toHex(x25519.scalarMult(scalar, u))).toBe(
      'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    );
  });

  it('agrees on the secret of section 6.1', () => {
    const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    const bob = fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
    expect(toHex(exchangeKeyOf(alice))).toBe(
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    );
    expect(toHex(exchangeKeyOf(bob))).toBe(
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    );
    const secret = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
    expect(toHex(x25519.getSharedSecret(alice, exchangeKeyOf(bob)))).toBe(secret);
    expect(toHex(x25519.getSharedSecret(bob, exchangeKeyOf(alice)))).toBe(secret);
  });
});

/** RFC 5869, appendix A.1 and A.3 (empty salt and info, which is how this suite salts). */
describe('RFC 5869', () => {
  it('extracts and expands as in test case 1', () => {
    const prk = extract(sha256, new Uint8Array(22).fill(0x0b), fromHex('000102030405060708090a0b0c'));
    expect(toHex(prk)).toBe('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5');
    expect(toHex(expand(sha256, prk, fromHex('f0f1f2f3f4f5f6f7f8f9'), 42))).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  it('extracts and expands without salt as in test case 3', () => {
    const prk = extract(sha256, new Uint8Array(22).fill(0x0b));
    expect(toHex(prk)).toBe('19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04');
    expect(toHex(expand(sha256, prk, new Uint8Array(0), 42))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    );
  });
});

/** RFC 9180, appendix A.2: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305: the suite of grants. */
describe('RFC 9180, appendix A.2.1 (Base)', () => {
  const ikmE = fromHex('909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b');
  const ikmR = fromHex('1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df');
  const skRm = fromHex('8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb');
  const pkRm = fromHex('4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a');
  const enc = fromHex('1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a');
  const info = fromHex('4f6465206f6e2061204772656369616e2055726e');
  const plaintext = utf8('Beauty is truth, truth beauty');
  const aad = utf8('Count-0');
  const ciphertext =
    '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28';

  it('derives the pair of the recipient', async () => {
    const pair = await hpkeSuite.kem.deriveKeyPair(ikmR.buffer);
    expect(new Uint8Array(await hpkeSuite.kem.serializePublicKey(pair.publicKey))).toEqual(pkRm);
  });

  it('seals to the published bytes, and opens them', async () => {
    const sender = await hpkeSuite.createSenderContext({
      recipientPublicKey: await hpkeSuite.kem.deserializePublicKey(pkRm.buffer),
      info: info.buffer,
      ekm: ikmE.buffer,
    });
    expect(toHex(new Uint8Array(sender.enc))).toBe(toHex(enc));
    expect(toHex(new Uint8Array(await sender.seal(plaintext.buffer, aad.buffer)))).toBe(ciphertext);
    const recipient = await hpkeSuite.createRecipientContext({
      recipientKey: await hpkeSuite.kem.deserializePrivateKey(skRm.buffer),
      enc: enc.buffer,
      info: info.buffer,
    });
    const opened = await recipient.open(fromHex(ciphertext).buffer, aad.buffer);
    expect(toHex(new Uint8Array(opened))).toBe(toHex(plaintext));
  });
});

/** draft-irtf-cfrg-xchacha, appendix A.3.1. */
describe('draft-irtf-cfrg-xchacha, appendix A.3.1', () => {
  const key = range(0x80, 32);
  const nonce = range(0x40, 24);
  const aad = fromHex('50515253c0c1c2c3c4c5c6c7');
  const plaintext = utf8(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const ciphertext =
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e' +
    'c0875924c1c7987947deafd8780acf49';

  it('seals to the published bytes, and opens them', () => {
    const sealed = seal(key, aad, plaintext, scripted(nonce));
    expect(toHex(sealed.ciphertext)).toBe(ciphertext);
    expect(toHex(open(key, aad, { nonce, ciphertext: fromHex(ciphertext) }))).toBe(toHex(plaintext));
  });
});

/** The reference implementation's src/test.c, version 0x13: passes, KiB, lanes, password, salt, hash. */
const ARGON2ID = [
  [2, 65536, 1, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
  [2, 256, 1, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
  [2, 256, 2, 'password', 'somesalt', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  [4, 65536, 1, 'password', 'somesalt', '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c'],
  [
    2,
    65536,
    1,
    'differentpassword',
    'somesalt',
    '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
  ],
  [2, 65536, 1, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
] as const;

describe('the reference implementation of Argon2id', () => {
  for (const [iterations, memorySize, parallelism, password, salt, hash] of ARGON2ID)
    it(`gives the same for ${password}, ${salt}, t=${iterations}, m=${memorySize}, p=${parallelism}`, async () =>
      expect(
        await hashWasmArgon2id({
          password,
          salt: utf8(salt),
          iterations,
          memorySize,
          parallelism,
          hashLength: 32,
          outputType: 'hex',
        }),
      ).toBe(hash));
});

function range(from: number, length: number): Bytes {
  return Uint8Array.from({ length }, (_, at) => from + at);
}
