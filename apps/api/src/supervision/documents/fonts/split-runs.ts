import { documentFonts, type Style } from './document-fonts';
import { FIRST_PLACE, MOST_PLACES } from './missing-glyph-font';

export interface Run {
  readonly text: string;
  readonly font: string;
}

export const MISSING_FONT = 'missing';

/** The characters of one document that no font draws, in order of appearance. */
export class MissingGlyphs {
  readonly codePoints: number[] = [];
  private readonly places = new Map<number, string>();

  place(code: number): string {
    const known = this.places.get(code);
    if (known !== undefined) return known;
    if (this.codePoints.length === MOST_PLACES)
      return this.places.get(this.codePoints[0] as number) as string;
    const place = String.fromCodePoint(FIRST_PLACE + this.codePoints.length);
    this.codePoints.push(code);
    this.places.set(code, place);
    return place;
  }
}

/** Formatting characters (direction overrides, joiners, zero-width spaces) are shown: a signed text hides nothing. */
const HIDDEN = /\p{Cf}|\p{Co}|\p{Cc}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Text as parts of one font each, in Unicode's composed form. What no font draws becomes a framed number
 * (`missingGlyphFont`); words written from right to left stand in the order in which they are seen, which is the
 * order that readers of PDF expect.
 */
export function splitRuns(text: string, style: Style, missing: MissingGlyphs): Run[] {
  const fonts = documentFonts().get(style) ?? [];
  const runs: { font: string; characters: string[] }[] = [];
  for (const character of text.replaceAll(/\r\n?/g, '\n').normalize('NFC')) {
    const code = character.codePointAt(0) as number;
    const last = runs.at(-1);
    // A line end has no glyph; spaces stay with the run, which keeps words of one script together.
    const known =
      character === '\n' || !HIDDEN.test(character)
        ? fonts.find(({ covers }) => covers.has(character === '\n' ? 32 : code))
        : undefined;
    const font = known?.name ?? MISSING_FONT;
    if (last?.font === font) last.characters.push(character);
    else runs.push({ font, characters: [character] });
  }
  return runs.flatMap(({ font, characters }) => {
    const shown =
      font === MISSING_FONT
        ? seenOrder(characters).map((character) => missing.place(character.codePointAt(0) as number))
        : characters;
    return inPieces(shown.join('')).map((piece) => ({ font, text: piece }));
  });
}

/** A word longer than a line is measured again for every line it fills, so it is measured in pieces. */
function inPieces(text: string): string[] {
  return /\S{80}/u.test(text) ? (text.match(/\S{1,60}\s*|\s+/gu) ?? []) : [text];
}

function seenOrder(characters: readonly string[]): string[] {
  const seen: string[] = [];
  let word: string[] = [];
  for (const character of characters) {
    if (RIGHT_TO_LEFT.test(character)) {
      word.unshift(character);
      continue;
    }
    seen.push(...word, character);
    word = [];
  }
  return [...seen, ...word];
}
