/** Plaintext of a revision of class `journal/1`; the server only ever holds it sealed. */
export const JOURNAL_FORMAT = 'journal/1';

/** Plaintext of class `margin`. */
export const MARGIN_FORMAT = 'margin/1';
