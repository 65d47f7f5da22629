/** The words of the installed app, per language; the rest of its manifest is the same. */
const WORDS = {
  fr: {
    description: 'Rendez-vous, contrats, séances de supervision et un journal que vous seul·e pouvez lire.',
    newEntry: 'Nouvelle entrée',
    journal: 'Journal',
  },
  en: {
    description: 'Appointments, contracts, supervision sessions and a journal that only you can read.',
    newEntry: 'New entry',
    journal: 'Journal',
  },
};

/** Colours of `tokens.css`: paper, as the screen that waits is painted before any style is loaded. */
const PAPER = '#faf6ee';

const ICON = { src: 'icon-192.png', sizes: '192x192', type: 'image/png' };

/** @param {'fr' | 'en'} language */
export function makeManifest(language) {
  const words = WORDS[language];
  return {
    id: `/app/${language}/`,
    name: 'Visavis',
    short_name: 'Visavis',
    description: words.description,
    lang: language,
    dir: 'ltr',
    scope: './',
    // Each role has a first page of its own; without a connection it is the journal.
    start_url: './',
    display: 'standalone',
    theme_color: PAPER,
    background_color: PAPER,
    categories: ['business', 'productivity'],
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ICON,
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-mask-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: words.newEntry, url: './journal/new', icons: [ICON] },
      { name: words.journal, url: './journal', icons: [ICON] },
    ],
  };
}
