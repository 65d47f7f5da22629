/**
 * The accents a practice may choose from: each keeps AA contrast in light and dark, which is proved, so nobody
 * can choose colours that cannot be read. Custom properties of `tokens.css` by the end of their names.
 */
export const ACCENTS = ['lagoon', 'forest', 'plum', 'indigo', 'brick', 'slate'] as const;
export type Accent = (typeof ACCENTS)[number];
