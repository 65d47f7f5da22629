import type { Language } from '@visavis/kernel';

/** The language this build of the client speaks; each language is a build of its own. */
export const LANGUAGE: Language = $localize.locale?.startsWith('en') ? 'en' : 'fr';

/** For Intl: English with day before month and the 24-hour clock, as in the rest of Europe. */
export const INTL_LOCALE = LANGUAGE === 'en' ? 'en-GB' : 'fr-FR';
