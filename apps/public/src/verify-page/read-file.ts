import { inspectSealedPdf } from '@visavis/sealed-pdf';

/** What is computed from a file where it is; the file itself goes nowhere. */
export interface FileFacts {
  readonly sha256: string;
  /** Of the part that was there before the seal; absent when nothing was added to the file. */
  readonly frozenSha256?: string;
  /** Whether its signature covers all of it; null for a file without one. */
  readonly covered: boolean | null;
}

/** @throws Error where the browser cannot hash (no secure connection) */
export async function readFile(bytes: Uint8Array<ArrayBuffer>): Promise<FileFacts> {
  const sealed = inspectSealedPdf(bytes);
  const frozen = sealed?.frozenBytes ?? null;
  return {
    sha256: await sha256(bytes),
    ...(frozen === null ? {} : { frozenSha256: await sha256(bytes.slice(0, frozen)) }),
    covered: sealed?.coversAll ?? null,
  };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
