import type { Role } from '@visavis/account';
import type { InvitationState, MemberStatus } from '@visavis/practice';
import { INTL_LOCALE } from '../ui/language';

/** The closed lists of the practice subject, in words: one that is missing does not compile. */
export const ROLE_IN_SENTENCE: Record<Role, string> = {
  owner: $localize`propriétaire`,
  supervisor: $localize`superviseur·e`,
  coach: $localize`coach`,
};

/** What a role lets one do, for whoever gives it. */
export const ROLE_EXPLAINED: Record<Role, string> = {
  owner: $localize`Règle le cabinet, invite et désactive des personnes, lit l’historique.`,
  supervisor: $localize`A un agenda et une page de réservation, suit des coachs et signe leurs contrats.`,
  coach: $localize`Signe son contrat, réserve ses séances et les prépare.`,
};

export const MEMBER_STATUS_WORDS: Record<MemberStatus, string> = {
  active: $localize`Actif`,
  deactivated: $localize`Désactivé`,
};

export const INVITATION_STATE_WORDS: Record<InvitationState, string> = {
  planned: $localize`L’e-mail part dans un instant`,
  sent: $localize`E-mail parti, réponse attendue`,
  failed: $localize`L’e-mail n’est pas parti`,
  accepted: $localize`Acceptée`,
  withdrawn: $localize`Retirée`,
  expired: $localize`Expirée`,
};

/** « superviseur·e et coach » */
export function inOneSentence(words: readonly string[]): string {
  return new Intl.ListFormat(INTL_LOCALE, { type: 'conjunction' }).format(words);
}
