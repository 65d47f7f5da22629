import { type Bytes, toHex } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';

/** Whose Ed25519 key (hexadecimal) was confirmed by ear, by person. */
export type Pins = Readonly<Record<string, string>>;

/** What shares with nobody whose words were not read, and stops when the key behind them changes. */
export function requirePinned(pins: Pins, userId: string, edPub: Bytes): void {
  const pinned = Object.hasOwn(pins, userId) ? pins[userId] : undefined;
  if (pinned === undefined) throw refuse('reader-not-verified');
  if (pinned !== toHex(edPub)) throw refuse('reader-key-changed');
}

/** After the words were read aloud and agreed. */
export function pin(pins: Pins, userId: string, edPub: Bytes): Pins {
  return { ...pins, [userId]: toHex(edPub) };
}
