import type { PageData } from '@visavis/booking';
import { LANGUAGES, type Language } from '@visavis/kernel';

/** What an owner sets of every page of the practice. */
export type Face = Pick<PageData, 'accent' | 'languages'>;

/** Of pages that are no practice's. */
export const PLAIN: Face = { accent: 'lagoon', languages: LANGUAGES };

/** Where a page is found that was asked for in a language the practice does not speak; null when it does. */
export function otherLanguage({ languages }: Face, asked: Language, url: string): string | null {
  const [own] = languages;
  if (own === undefined || languages.includes(asked)) return null;
  return url.replace(/^\/(fr|en)(?=\/)/, `/${own}`);
}

/** Where a page of the practice is now that was asked for under a former slug; null when it is there. */
export function presentAddress(present: string, asked: string, url: string): string | null {
  return present === asked ? null : url.replace(`/c/${asked}`, `/c/${present}`);
}
