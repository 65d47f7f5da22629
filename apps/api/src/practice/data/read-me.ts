import type { Instant } from '@visavis/kernel';

/** The first file of every export, for whoever finds it years later. */
export function readMe(now: Instant): string {
  const at = new Date(now).toISOString();
  return [
    `Visavis, ${at}`,
    '',
    'FR  Chaque table existe deux fois : en CSV (UTF-8, virgules, RFC 4180) et en JSON. Les moments sont en UTC.',
    '    Une apostrophe au début d’une cellule CSV empêche les tableurs de la lire comme une formule ; elle ne fait',
    '    pas partie du texte. Mots de passe, jetons et clés ne sont jamais exportés.',
    '',
    'EN  Every table comes twice: as CSV (UTF-8, commas, RFC 4180) and as JSON. Moments are in UTC. An apostrophe at',
    '    the beginning of a CSV cell keeps spreadsheets from reading it as a formula; it is not part of the text.',
    '    Passwords, tokens and keys are never exported.',
    '',
  ].join('\r\n');
}
