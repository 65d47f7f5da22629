import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPageStyles, styleHashes, withStylesInside } from './page-styles';

describe('the style sheet of a page', () => {
  const dist = mkdtempSync(join(tmpdir(), 'visavis-styles-'));
  mkdirSync(join(dist, 'browser/fr'), { recursive: true });
  writeFileSync(join(dist, 'browser/fr/styles-A.css'), 'a{color:$&}');
  const styles = readPageStyles(dist);

  it('stands in the page, in the place of its link', () => {
    expect(withStylesInside('<link rel="stylesheet" href="styles-A.css"><p>', 'fr', styles)).toBe(
      '<style>a{color:$&}</style><p>',
    );
  });

  it('is left out where it is not known: another language, another file, another place', () => {
    for (const html of [
      '<link rel="stylesheet" href="styles-B.css">',
      '<link rel="stylesheet" href="/public/fr/styles-A.css">',
      '<link rel="icon" href="styles-A.css">',
    ])
      expect(withStylesInside(html, 'fr', styles)).toBe(html);
    const link = '<link rel="stylesheet" href="styles-A.css">';
    expect(withStylesInside(link, 'en', styles)).toBe(link);
  });

  it('is allowed by its hash and by nothing wider', () => {
    expect(styleHashes(styles)).toEqual(['sha256-YImQbrUVEVWDFCdm0ExibADxY8ZZktRPaiyTZrVl1QY=']);
    expect(styleHashes(new Map())).toEqual([]);
  });
});
