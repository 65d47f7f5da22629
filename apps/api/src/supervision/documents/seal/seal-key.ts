import 'reflect-metadata';
import { X509Certificate as ReadableCertificate } from '@peculiar/x509';
import { CryptoKeySigner, type Signer } from '@libpdf/core';
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

/** A certificate with its key, ready to seal, and what the certificate page says of it. */
export interface SealKey {
  readonly signer: Signer;
  readonly subject: string;
  readonly issuer: string;
  readonly selfSigned: boolean;
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
}

/**
 * `certificates` is the seal's own certificate, then those that issued it, if any.
 *
 * @throws Error when key and certificate do not belong together, or the key is neither EC P-256 nor RSA of 2048 bits and more
 */
export async function openSealKey(
  certificates: readonly X509Certificate[],
  key: KeyObject,
): Promise<SealKey> {
  const [own, ...chain] = certificates;
  if (own === undefined) throw new Error('no certificate');
  if (!own.checkPrivateKey(key)) throw new Error('the key does not belong to the certificate');
  const keyType = sealKeyType(key);
  const algorithm =
    keyType === 'EC'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const imported = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  const readable = new ReadableCertificate(own.raw); // Node escapes what is not ASCII
  return {
    signer: new CryptoKeySigner(
      imported,
      own.raw,
      keyType,
      keyType === 'EC' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5',
      chain.map(({ raw }) => raw),
    ),
    subject: readable.subject,
    issuer: readable.issuer,
    selfSigned: own.subject === own.issuer && own.verify(own.publicKey),
    fingerprint: own.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** PEM, as configured: the certificate first, those that issued it behind it. */
export function openConfiguredSealKey(certificatePem: string, keyPem: string): Promise<SealKey> {
  const blocks = certificatePem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return openSealKey(
    blocks.map((block) => new X509Certificate(block)),
    createPrivateKey(keyPem),
  );
}

function sealKeyType(key: KeyObject): 'EC' | 'RSA' {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1') return 'EC';
  if (key.asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'RSA';
  throw new Error('the key is neither EC P-256 nor RSA of at least 2048 bits');
}
