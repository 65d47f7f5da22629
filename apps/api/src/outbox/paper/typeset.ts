const THIN = '\u202f';

/**
 * French typography for the words of a template, never for what is put into it: thin no-break spaces before
 * ; : ! ? » and after «, and a typographic apostrophe.
 */
export function fr(words: TemplateStringsArray, ...given: readonly string[]): string {
  return words.reduce(
    (text, word, index) => text + (index === 0 ? '' : (given[index - 1] ?? '')) + typesetFrench(word),
    '',
  );
}

function typesetFrench(word: string): string {
  return word
    .replace(/ ([;:!?»])/g, `${THIN}$1`)
    .replace(/« /g, `«${THIN}`)
    .replaceAll("'", '’');
}
