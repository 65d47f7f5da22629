import type { Instant } from '@visavis/kernel';
import { PDF, type TimestampAuthority } from '@libpdf/core';
import { sha256 } from './sha256';
import type { SealEvidence } from './contract-document';
import { renderCertificatePdf } from './render-certificate-pdf';
import type { SealKey } from './seal/seal-key';
import type { Timestamp } from './timestamp/ask-authority';

/** Gives a hash a proven time; what it throws means "not now". */
export interface SealStamp {
  /** Named on the certificate page. */
  readonly host: string;
  ask(digest: Uint8Array): Promise<Timestamp>;
}

export type SealResult =
  | {
      readonly state: 'sealed';
      readonly file: Uint8Array;
      readonly sha256: string;
      /** PAdES B-T with a time, B-B without. */
      readonly timestamp: {
        readonly at: Instant;
        readonly serial: string;
        readonly authority: string;
      } | null;
    }
  /** The authority gave no time: seal again later. No file is made with the server's own clock in its place. */
  | { readonly state: 'timestamp-pending'; readonly because: string };

/** Bytes kept for the signature with its certificates and time stamp. */
const ROOM = 24_576;

/**
 * The sealed file begins with the frozen one, byte by byte; the certificate pages and a PAdES signature over
 * everything are added behind it.
 *
 * @throws Error when `frozen` is not a file that can be added to
 */
export async function sealContractPdf(
  frozen: Uint8Array,
  evidence: SealEvidence,
  key: SealKey,
  stamp: SealStamp | null,
): Promise<SealResult> {
  const certificate = await renderCertificatePdf({
    ...evidence,
    frozenBytes: frozen.length,
    frozenSha256: sha256(frozen),
    key,
    authority: stamp?.host ?? null,
  });
  const pdf = await PDF.load(frozen);
  const pages = await PDF.load(certificate);
  const indices = Array.from({ length: pages.getPageCount() }, (_, i) => i);
  await pdf.copyPagesFrom(pages, indices);
  let because: string | null = null;
  let time: Timestamp | null = null;
  const timestampAuthority: TimestampAuthority | null = stamp && {
    timestamp: async (digest) => {
      time = await stamp.ask(digest).catch((error: unknown) => {
        because = error instanceof Error ? error.message : 'no time';
        throw error;
      });
      return time.token;
    },
  };
  try {
    const { bytes } = await pdf.sign({
      signer: key.signer,
      signingTime: new Date(evidence.sealedAt),
      fieldName: 'Visavis',
      estimatedSize: ROOM,
      ...(timestampAuthority === null ? { level: 'B-B' } : { level: 'B-T', timestampAuthority }),
    });
    if (Buffer.compare(bytes.subarray(0, frozen.length), frozen) !== 0) {
      throw new Error('the sealed file does not begin with the frozen one');
    }
    return { state: 'sealed', file: bytes, sha256: sha256(bytes), timestamp: stamp && stated(stamp, time) };
  } catch (error) {
    if (because === null) throw error;
    return { state: 'timestamp-pending', because };
  }
}

function stated({ host }: SealStamp, time: Timestamp | null) {
  if (time === null) throw new Error('sealed without the time that was asked for');
  return { at: time.at.getTime(), serial: time.serial, authority: host };
}
