import { type Bytes, requireLength } from '@visavis/sealing-proof';

/** That many unpredictable bytes. Handed in, so that known answers can be reproduced. */
export type Random = (length: number) => Bytes;

/** A short answer would be a weak key: it must not pass. */
export function draw(random: Random, length: number): Bytes {
  return requireLength(random(length), length);
}
