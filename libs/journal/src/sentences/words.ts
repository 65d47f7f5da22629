import type { Language } from '@visavis/kernel';

/** Both languages of one sentence, beside each other, so that neither can be forgotten. */
export function say(language: Language, fr: string, en: string): string {
  return language === 'fr' ? fr : en;
}

/** "Il en faut encore 3 pour pouvoir dire quelque chose." Nothing when none is missing. */
export function sayMissing(missing: number, language: Language): string[] {
  if (missing === 0) return [];
  const en = `${missing} more ${missing === 1 ? 'is' : 'are'} needed before anything can be said.`;
  return [say(language, `Il en faut encore ${missing} pour pouvoir dire quelque chose.`, en)];
}

/** The same, with what is missing named: the noun comes in both languages. */
export function sayMissingOf(
  missing: number,
  of: readonly [fr: string, en: string],
  language: Language,
): string[] {
  if (missing === 0) return [];
  const [fr, en] = of;
  return [
    say(
      language,
      `${fr} : il en faut encore ${missing} pour pouvoir dire quelque chose.`,
      `${en}: ${missing} more ${missing === 1 ? 'is' : 'are'} needed before anything can be said.`,
    ),
  ];
}

export function outOf(count: number, of: number, language: Language): string {
  return say(language, `${count} sur ${of}`, `${count} out of ${of}`);
}

export function percent(share: number, language: Language): string {
  const figure = whole(share);
  return say(language, `${figure} %`, `${figure}%`);
}

export function between(
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string {
  const [from, to] = [whole(low), whole(high)];
  return say(language, `entre ${from} % et ${to} %`, `between ${from}% and ${to}%`);
}

/** Percent with a minus sign, not a hyphen. */
function whole(share: number): string {
  return String(Math.round(share * 100)).replace('-', '−');
}
