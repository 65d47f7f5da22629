import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Public keys of the operator in somebody's name, signed as they should be: only words read aloud tell them apart. */
export function forgeIdentity(userId: string): {
  readonly edPub: string;
  readonly xPub: string;
  readonly xkeySignature: string;
} {
  const signing = generateKeyPairSync('ed25519');
  const edPub = rawKey(signing.publicKey);
  const xPub = rawKey(generateKeyPairSync('x25519').publicKey);
  const message = pae(Buffer.from('visavis/1'), Buffer.from('xkey'), Buffer.from(userId), edPub, xPub);
  return {
    edPub: edPub.toString('base64url'),
    xPub: xPub.toString('base64url'),
    xkeySignature: sign(null, message, signing.privateKey).toString('base64url'),
  };
}

function rawKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** The protocol's pre-authentication encoding, written from its definition: the proof shares no code with the product. */
function pae(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([le64(parts.length), ...parts.flatMap((part) => [le64(part.length), part])]);
}

function le64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
