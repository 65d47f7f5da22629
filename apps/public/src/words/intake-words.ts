import type { IntakeReason } from '@visavis/booking';

/** What brings a visitor, in the order it is offered. */
export const INTAKE_WORDS: Record<IntakeReason, string> = {
  'take-off': $localize`:@@intake.take-off:Démarrer ou relancer mon activité`,
  'win-next-client': $localize`:@@intake.win-next-client:Gagner le prochain client`,
  'better-sessions': $localize`:@@intake.better-sessions:Améliorer mes séances`,
  'after-lost-bid': $localize`:@@intake.after-lost-bid:Revenir sur une offre perdue`,
  other: $localize`:@@intake.other:Autre chose`,
};

export const INTAKE_CHOICES = Object.entries(INTAKE_WORDS).map(([reason, words]) => ({ reason, words }));
