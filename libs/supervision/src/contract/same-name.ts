/**
 * Whether a typed full name is the party's. Composition, case, runs of spaces, and the apostrophes and hyphens
 * that keyboards disagree about do not matter; letters, accents and order do.
 */
export function isSameName(typed: string, expected: string): boolean {
  return folded(typed) === folded(expected) && folded(typed) !== '';
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replaceAll(/[\u2010-\u2013\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
