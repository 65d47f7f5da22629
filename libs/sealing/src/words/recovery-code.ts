import { type Bytes, pae, requireLength, sha256, SUITE } from '@visavis/sealing-proof';
import { draw, type Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 128 bits and two zero bits. */
const CODE_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;
const GROUP = 4;
export const RECOVERY_LENGTH = 16;

export function newRecoveryBytes(random: Random): Bytes {
  return draw(random, RECOVERY_LENGTH);
}

/** Seven groups of four, the last two characters checking the others. */
export function writeRecoveryCode(bytes: Bytes): string {
  requireLength(bytes, RECOVERY_LENGTH);
  const characters = crockford(bytes, CODE_CHARACTERS) + checkCharacters(bytes);
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** Forgives case, spaces and hyphens, and what Crockford's alphabet leaves out because it looks alike. */
export function readRecoveryCode(typed: string): Bytes {
  const characters = typed.replace(/[\s-]/gu, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (characters.length !== CODE_CHARACTERS + CHECK_CHARACTERS || !/^[0-9A-HJKMNP-TV-Z]+$/.test(characters))
    throw refuse('recovery-code-malformed');
  const bytes = bytesOf(characters.slice(0, CODE_CHARACTERS));
  // Writing it again catches what the bytes forget: the two padding bits of the last character.
  if (crockford(bytes, CODE_CHARACTERS) + checkCharacters(bytes) !== characters)
    throw refuse('recovery-code-mistyped');
  return bytes;
}

function checkCharacters(bytes: Bytes): string {
  return crockford(sha256(pae(SUITE, 'recovery', bytes)), CHECK_CHARACTERS);
}

/** The first `count` times five bits; what lies beyond the end is zero. */
function crockford(bytes: Bytes, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    let value = 0;
    for (let bit = at * 5; bit < (at + 1) * 5; bit++)
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return CROCKFORD[value];
  }).join('');
}

function bytesOf(characters: string): Bytes {
  const bytes = new Uint8Array(RECOVERY_LENGTH);
  [...characters].forEach((character, at) => {
    const value = CROCKFORD.indexOf(character);
    for (let bit = 0; bit < 5; bit++) {
      const target = at * 5 + bit;
      if ((value >> (4 - bit)) & 1 && target < RECOVERY_LENGTH * 8)
        bytes[target >> 3] = (bytes[target >> 3] ?? 0) | (1 << (7 - (target & 7)));
    }
  });
  return bytes;
}
