/** Of a practice that waits for its erasure. */
export const CLOSING_WORDS = {
  title: $localize`:@@practice.closing:Ce cabinet ne prend plus de nouveaux rendez-vous`,
  hint: $localize`:@@practice.closing-hint:Merci d’avoir pensé à lui\u202f: il ferme bientôt. Les échanges déjà prévus auront lieu, et leurs liens restent valables.`,
};
