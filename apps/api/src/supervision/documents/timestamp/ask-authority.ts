import { Integer, OctetString } from 'asn1js';
import { constants, createHash, randomBytes, verify, X509Certificate } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import type { OutwardFetch } from '../../../http/outward/outward-fetch';

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const RSA_PSS = '1.2.840.113549.1.1.10';
const HASHES: Readonly<Record<string, string>> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Why there is no time stamp now; the caller asks again later. */
export class NoTimestamp extends Error {
  override readonly name = 'NoTimestamp';
}

export interface Timestamp {
  /** TimeStampToken, DER. */
  readonly token: Uint8Array;
  readonly at: Date;
  readonly serial: string;
}

/**
 * Asks an authority for a time (RFC 3161) and believes nothing: the answer must be granted, for this hash and this
 * question (nonce), and signed by a certificate made for time-stamping that it carries.
 *
 * @throws NoTimestamp
 */
export async function askAuthority(
  outward: OutwardFetch,
  address: string,
  digest: Uint8Array,
): Promise<Timestamp> {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40; // positive, and always eight bytes
  const reply = await outward
    .fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: question(digest, nonce),
    })
    .catch((error: unknown) => {
      throw new NoTimestamp(error instanceof Error ? error.message : 'not reached');
    });
  if (reply.status !== 200) throw new NoTimestamp(`answered ${reply.status}`);
  try {
    return readAnswer(reply.body, digest, nonce);
  } catch (error) {
    throw error instanceof NoTimestamp ? error : new NoTimestamp('not an answer of RFC 3161');
  }
}

function question(digest: Uint8Array, nonce: Buffer): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: bytes(digest) }),
    }),
    nonce: new Integer({ valueHex: bytes(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

function readAnswer(body: Uint8Array, digest: Uint8Array, nonce: Buffer): Timestamp {
  const answer = TimeStampResp.fromBER(bytes(body));
  const { status } = answer.status;
  if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) {
    throw new NoTimestamp(`refused with status ${status}`);
  }
  if (answer.timeStampToken === undefined) throw new NoTimestamp('granted without a token');
  const token = answer.timeStampToken.toSchema().toBER();
  const { info, ...stamp } = readToken(new Uint8Array(token), digest);
  if (info.nonce === undefined || !same(info.nonce.valueBlock.valueHexView, nonce)) {
    throw new NoTimestamp('answered another question');
  }
  return stamp;
}

/**
 * The time that a token proves for a hash.
 *
 * @throws NoTimestamp when it is for another hash, or not signed by a certificate made for time-stamping
 */
export function readToken(token: Uint8Array, digest: Uint8Array): Timestamp & { readonly info: TSTInfo } {
  const signed = new SignedData({ schema: ContentInfo.fromBER(bytes(token)).content });
  const content = signed.encapContentInfo.eContent?.getValue();
  if (signed.encapContentInfo.eContentType !== TIME_STAMP_INFO || content === undefined) {
    throw new NoTimestamp('the token holds no time');
  }
  const info = TSTInfo.fromBER(content);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== SHA_256 || !same(hashedMessage.valueBlock.valueHexView, digest)) {
    throw new NoTimestamp('stamped another hash');
  }
  checkSigner(signed, content);
  return {
    info,
    token,
    at: info.genTime,
    serial: hex(info.serialNumber.valueBlock.valueHexView),
  };
}

/** That the token's content is signed by a certificate which it carries and which is made for stamping time. */
function checkSigner(signed: SignedData, content: ArrayBuffer): void {
  const [signer] = signed.signerInfos;
  const certificate = signer && signerCertificate(signed, signer.sid);
  const hash = HASHES[signer?.digestAlgorithm.algorithmId ?? ''];
  const attributes = signer?.signedAttrs;
  if (!signer || !certificate || !hash || !attributes) throw new NoTimestamp('not signed by its certificate');
  const digest = attributes.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0] as
    OctetString | undefined;
  const named = digest !== undefined && same(digest.valueBlock.valueHexView, hashOf(hash, content));
  const pss = signer.signatureAlgorithm.algorithmId === RSA_PSS;
  const key = pss
    ? { key: certificate.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING }
    : certificate.publicKey;
  const signature = signer.signature.valueBlock.valueHexView;
  if (!named || !verify(hash, Buffer.from(attributes.encodedValue), key, signature)) {
    throw new NoTimestamp('not signed by its certificate');
  }
  if (!certificate.keyUsage?.includes(TIME_STAMPING)) {
    throw new NoTimestamp('signed by a certificate that is not for time-stamping');
  }
}

function signerCertificate(signed: SignedData, sid: unknown): X509Certificate | null {
  if (!(sid instanceof IssuerAndSerialNumber)) return null;
  const found = signed.certificates?.find(
    (known): known is Certificate =>
      known instanceof Certificate &&
      known.serialNumber.isEqual(sid.serialNumber) &&
      known.issuer.isEqual(sid.issuer),
  );
  return found === undefined ? null : new X509Certificate(Buffer.from(found.toSchema().toBER()));
}

function hashOf(name: string, content: ArrayBuffer): Buffer {
  return createHash(name).update(Buffer.from(content)).digest();
}

function same(given: Uint8Array, wanted: Uint8Array): boolean {
  return Buffer.compare(given, wanted) === 0;
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}

/** An ArrayBuffer of its own, as asn1js wants it. */
function bytes(value: Uint8Array): ArrayBuffer {
  return Uint8Array.from(value).buffer;
}
