/** Bytes by which a phrase would be found again, by the name of the spelling. */
export type Spellings = ReadonlyMap<string, readonly Buffer[]>;

/**
 * All ways in which a phrase may have been written down without being sealed: also inside something longer that was
 * encoded as a whole, which for base64 shifts it by up to two bytes.
 *
 * @param phrase at least twelve characters, one of them outside ASCII
 */
export function spellingsOf(phrase: string): Spellings {
  const utf8 = Buffer.from(phrase, 'utf8');
  const utf16 = Buffer.from(phrase, 'utf16le');
  return new Map([
    ['UTF-8', [utf8]],
    ['UTF-16', [utf16, Buffer.from(utf16).swap16()]],
    ['hexadecimal', hexadecimal([utf8, utf16])],
    ['base64', [utf8, utf16].flatMap(base64)],
    ['JSON with escapes', [escaped(phrase, 'lower'), escaped(phrase, 'upper')]],
    ['percent signs', [Buffer.from(encodeURIComponent(phrase)), Buffer.from(formEncoded(phrase))]],
    // Searches are made of words: the longest one alone tells as much.
    ['its longest word', [Buffer.from(longestWord(phrase), 'utf8')]],
  ]);
}

/** The first spelling that is in there, or null. */
export function spellingIn(spellings: Spellings, haystack: Buffer): string | null {
  for (const [name, needles] of spellings)
    if (needles.some((needle) => haystack.includes(needle))) return name;
  return null;
}

function hexadecimal(forms: readonly Buffer[]): Buffer[] {
  return forms.flatMap((bytes) => {
    const text = bytes.toString('hex');
    return [Buffer.from(text), Buffer.from(text.toUpperCase())];
  });
}

/** What does not depend on the neighbours, for each of the three ways the phrase can fall. */
function base64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const whole = (from: number) => shifted.subarray(from, shifted.length - ((shifted.length - from) % 3));
    const inside = whole(before === 0 ? 0 : 3);
    return [Buffer.from(inside.toString('base64')), Buffer.from(inside.toString('base64url'))];
  });
}

function escaped(phrase: string, letters: 'lower' | 'upper'): Buffer {
  const text = [...phrase].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 128) return character;
    const digits = code.toString(16).padStart(4, '0');
    return `\\u${letters === 'upper' ? digits.toUpperCase() : digits}`;
  });
  return Buffer.from(text.join(''));
}

function formEncoded(phrase: string): string {
  return new URLSearchParams({ phrase }).toString().slice('phrase='.length);
}

function longestWord(phrase: string): string {
  return phrase.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? phrase;
}
