import type {
  IntakeReason,
  LetterKind,
  Outcome,
  Recipient,
  AppointmentStatus,
  OfferKind,
  ExplainReply,
} from '@visavis/booking';
import type { Language } from '@visavis/kernel';

/** The closed lists of the booking subject, in words: one that is missing does not compile. */
export const REASON_WORDS: Record<IntakeReason, string> = {
  'take-off': $localize`Décoller, lancer son activité`,
  'win-next-client': $localize`Gagner le prochain client`,
  'better-sessions': $localize`Améliorer ses séances`,
  'after-lost-bid': $localize`Après une offre perdue`,
  other: $localize`Autre chose`,
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  'went-well': $localize`L’échange s’est bien passé`,
  'not-a-fit': $localize`Pas la bonne rencontre`,
  'think-it-over': $localize`À réfléchir`,
  'did-not-answer': $localize`N’a pas répondu`,
};

export const STATUS_WORDS: Record<AppointmentStatus, string> = {
  booked: $localize`Prévu`,
  done: $localize`Passé`,
  'no-show': $localize`N’a pas répondu`,
  cancelled: $localize`Annulé`,
};

export const OFFER_WORDS: Record<OfferKind, string> = {
  'discovery-call': $localize`Premier échange`,
  session: $localize`Séance`,
};

export const LETTER_WORDS: Record<LetterKind, string> = {
  confirmation: $localize`Confirmation`,
  move: $localize`Nouvel horaire`,
  cancellation: $localize`Annulation`,
  'reminder-24h': $localize`Rappel la veille`,
  'reminder-1h': $localize`Rappel une heure avant`,
  'existing-link': $localize`Rappel du lien existant`,
  rebooking: $localize`Lien pour choisir un autre horaire`,
};

export const RECIPIENT_WORDS: Record<Recipient | 'coach', string> = {
  coach: $localize`à votre coach`,
  visitor: $localize`à la personne`,
  supervisor: $localize`à vous`,
};

export const LANGUAGE_WORDS: Record<Language, string> = {
  fr: $localize`français`,
  en: $localize`anglais`,
};

export type SlotReason = NonNullable<ExplainReply['reason']>;

/** Why a time is not offered, and which setting decides it. */
export const SLOT_REASON_WORDS: Record<SlotReason, string> = {
  'too-soon': $localize`C’est trop proche. Le délai minimal de réservation, ou l’heure actuelle, l’exclut.`,
  'too-late': $localize`C’est trop loin. L’horizon de réservation s’arrête avant.`,
  'closed-date': $localize`Cette date est fermée par une exception.`,
  'outside-hours': $localize`C’est en dehors de vos heures d’ouverture, ou le rendez-vous dépasserait leur fin.`,
  'off-grid': $localize`Les départs suivent un pas fixe depuis l’ouverture, et cette heure tombe entre deux départs.`,
  'day-full': $localize`Le nombre maximal d’échanges de cette journée est atteint.`,
  busy: $localize`Vous êtes déjà pris à ce moment-là.`,
  buffer: $localize`Le temps de battement avant ou après toucherait un autre rendez-vous.`,
};
