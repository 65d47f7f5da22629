import type { SlotReason } from '@visavis/booking';

/** Why a time is not offered, to follow "Cet horaire n’est pas proposé." */
export const SLOT_REASON_WORDS: Record<SlotReason, string> = {
  'too-soon': $localize`:@@slot.too-soon:Il est trop proche\u202f: il faut le temps de se préparer.`,
  'too-late': $localize`:@@slot.too-late:Il est trop lointain\u202f: l’agenda n’est pas encore ouvert à cette date.`,
  'closed-date': $localize`:@@slot.closed-date:Il n’y a pas de rendez-vous ce jour-là.`,
  'outside-hours': $localize`:@@slot.outside-hours:Il est en dehors des heures de rendez-vous.`,
  'off-grid': $localize`:@@slot.off-grid:Les échanges commencent à d’autres heures.`,
  'day-full': $localize`:@@slot.day-full:Cette journée est complète.`,
  busy: $localize`:@@slot.busy:Il n’est plus libre.`,
  buffer: $localize`:@@slot.buffer:Il est trop près d’un autre rendez-vous.`,
};

export function slotReasonWords(reason: string | undefined): string {
  return (SLOT_REASON_WORDS as Record<string, string | undefined>)[reason ?? ''] ?? '';
}
