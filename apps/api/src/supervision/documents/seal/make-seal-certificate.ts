import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { Instant } from '@visavis/kernel';

/** A seal made now serves for so long, milliseconds; contracts are kept five years after their end. */
const VALID_FOR = 10 * 365 * 86_400_000;
/** Longest common name and organisation that X.520 allows. */
const LONGEST_NAME = 64;

export interface MadeCertificate {
  readonly certificate: Buffer;
  /** PKCS 8, DER. */
  readonly key: Buffer;
  readonly validUntil: Instant;
}

const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'; // RFC 9336

/** A self-signed certificate in the practice's name, EC P-256, and its key. */
export async function makeSealCertificate(practiceName: string, now: Instant): Promise<MadeCertificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const validUntil = now + VALID_FOR;
  // As a value, not as text: a comma, a plus or a number sign in the practice's name stays part of it. The library
  // takes such values; its types only know text.
  const name = [{ utf8String: [...practiceName].slice(0, LONGEST_NAME).join('') }] as unknown as string[];
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: [{ CN: name }, { O: name }],
      notBefore: new Date(now),
      notAfter: new Date(validUntil),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
          true,
        ),
        new x509.ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    crypto,
  );
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: Buffer.from(certificate.rawData), key: Buffer.from(key), validUntil };
}

/** Positive, 126 random bits. */
function serialNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
