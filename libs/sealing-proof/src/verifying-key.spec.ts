import { ed25519 } from '@noble/curves/ed25519.js';
import { Refusal } from '@visavis/kernel';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { type Bytes, concat, fromHex, utf8 } from './bytes';
import { fallbackVerifyingKey, readVerifyingKey } from './verifying-key';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
/** A point of order eight: what is added to a key or to R to make implementations disagree. */
const TORSION = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
const IDENTITY = '0100000000000000000000000000000000000000000000000000000000000000';
/** All encodings of points without order, canonical or not (libsodium's list and its signs). */
const SMALL_ORDER = [
  IDENTITY,
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000080',
];
const MESSAGE = utf8('ce que j’ai entendu');
const seed = (byte: number): Bytes => new Uint8Array(32).fill(byte);

/** What WebCrypto, the fallback and libsodium say. */
async function verdicts(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean[]> {
  return [
    await (await readVerifyingKey(key)).verify(signature, message),
    await fallbackVerifyingKey(key).verify(signature, message),
    signature.length === 64 && sodium.crypto_sign_verify_detached(signature, message, key),
  ];
}

describe('Ed25519 through WebCrypto, without it, and in libsodium', () => {
  beforeAll(() => sodium.ready);

  it('says the same of any signature and of any change to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.nat(511), { nil: null }),
        async (drawnSeed, drawnMessage, flipped) => {
          const [secret, message] = [Uint8Array.from(drawnSeed), Uint8Array.from(drawnMessage)];
          const signature = ed25519.sign(message, secret);
          if (flipped !== null)
            signature[flipped >> 3] = (signature[flipped >> 3] ?? 0) ^ (1 << (flipped & 7));
          const right = flipped === null;
          expect(await verdicts(ed25519.getPublicKey(secret), signature, message)).toEqual([
            right,
            right,
            right,
          ]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('refuses a signature whose S was enlarged by the order of the group', async () => {
    const signature = ed25519.sign(MESSAGE, seed(7));
    const s = littleEndian(signature.slice(32)) + ORDER;
    const enlarged = concat(signature.slice(0, 32), bytesOf(s));
    expect(await verdicts(ed25519.getPublicKey(seed(7)), enlarged, MESSAGE)).toEqual([false, false, false]);
  });

  it('refuses a signature of the key’s owner whose R lies outside the subgroup', async () => {
    expect(await verdicts(...signedWithTorsion(seed(9)))).toEqual([false, false, false]);
    // Without the check of R, noble alone would say yes: its equation is multiplied by the cofactor.
    const [key, signature, message] = signedWithTorsion(seed(9));
    expect(ed25519.verify(signature, message, key, { zip215: false })).toBe(true);
  });

  it('refuses the neutral element as R, and other lengths than 64', async () => {
    const key = ed25519.getPublicKey(seed(3));
    const s = challengeTimesSecret(fromHex(IDENTITY), key, MESSAGE, seed(3));
    const signature = concat(fromHex(IDENTITY), bytesOf(s));
    expect((await verdicts(key, signature, MESSAGE)).slice(0, 2)).toEqual([false, false]);
    for (const length of [0, 63, 65])
      expect((await verdicts(key, new Uint8Array(length), MESSAGE)).slice(0, 2)).toEqual([false, false]);
  });

  it('takes no key without order, off the curve, outside the subgroup or written another way', async () => {
    const mixed = Point.fromBytes(ed25519.getPublicKey(seed(5)))
      .add(TORSION)
      .toHex();
    const offCurve = '0200000000000000000000000000000000000000000000000000000000000000';
    for (const key of [...SMALL_ORDER, mixed, offCurve]) {
      await expect(readVerifyingKey(fromHex(key))).rejects.toEqual(new Refusal('key-malformed'));
      expect(() => fallbackVerifyingKey(fromHex(key))).toThrow(new Refusal('key-malformed'));
    }
    await expect(readVerifyingKey(new Uint8Array(31))).rejects.toEqual(new Refusal('bytes-malformed'));
  });

  it('verifies where WebCrypto does not know the curve', async () => {
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = () => Promise.reject(new Error('NotSupportedError'));
    const key = await readVerifyingKey(ed25519.getPublicKey(seed(1)));
    crypto.subtle.importKey = importKey;
    expect(await key.verify(ed25519.sign(MESSAGE, seed(1)), MESSAGE)).toBe(true);
    expect(await key.verify(ed25519.sign(MESSAGE, seed(2)), MESSAGE)).toBe(false);
  });
});

/** k·a + r with r = 0: what makes an equation with the neutral element as R come out. */
function challengeTimesSecret(r: Bytes, key: Bytes, message: Bytes, secret: Bytes): bigint {
  const k = littleEndian(hash512(concat(r, key, message))) % ORDER;
  return (k * ed25519.utils.getExtendedPublicKey(secret).scalar) % ORDER;
}

function signedWithTorsion(secret: Bytes): [Bytes, Bytes, Bytes] {
  const key = ed25519.getPublicKey(secret);
  const nonce = 123_456_789n;
  const r = Uint8Array.from(Point.BASE.multiply(nonce).add(TORSION).toBytes());
  const s = (nonce + challengeTimesSecret(r, key, MESSAGE, secret)) % ORDER;
  return [key, concat(r, bytesOf(s)), MESSAGE];
}

function hash512(message: Bytes): Bytes {
  return Uint8Array.from(sodium.crypto_hash_sha512(message));
}

function littleEndian(bytes: Bytes): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function bytesOf(value: bigint): Bytes {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}
