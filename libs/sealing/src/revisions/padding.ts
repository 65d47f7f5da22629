import { BUCKETS, type Bytes, le32, utf8 } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';

const LENGTH_BYTES = 4;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Bytes of UTF-8 that fit into the largest bucket. */
export const LONGEST_TEXT = (BUCKETS.at(-1) ?? 0) - LENGTH_BYTES;

/** Length, text, zeros to the end of the smallest bucket. Not compressed: a length would tell what was written. */
export function pad(text: string): Bytes {
  const bytes = utf8(text);
  const bucket = bucketFor(bytes.length);
  if (bucket === undefined) throw refuse('text-too-long', { longest: LONGEST_TEXT });
  const padded = new Uint8Array(bucket);
  padded.set(le32(bytes.length));
  padded.set(bytes, LENGTH_BYTES);
  return padded;
}

/** One text has one padded form: anything else could carry what nobody sees. */
export function unpad(padded: Bytes): string {
  if (padded.length < LENGTH_BYTES) throw refuse('padding-malformed');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0, true);
  if (bucketFor(length) !== padded.length) throw refuse('padding-malformed');
  const end = LENGTH_BYTES + length;
  // A loop: half of a text is padding, and a function called for each byte was a tenth of opening a journal.
  for (let at = end; at < padded.length; at++) if (padded[at] !== 0) throw refuse('padding-malformed');
  try {
    return decoder.decode(padded.subarray(LENGTH_BYTES, end));
  } catch {
    throw refuse('padding-malformed');
  }
}

function bucketFor(length: number): number | undefined {
  return BUCKETS.find((bucket) => LENGTH_BYTES + length <= bucket);
}
