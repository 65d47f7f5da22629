import type { AuditAct, AuditActor, AuditReply } from '@visavis/practice';

type AuditEvent = AuditReply['events'][number];

/** Who acts when it is no member, or none that still has a name. */
export const ACTOR_WORDS: Record<AuditActor, string> = {
  visitor: $localize`Une personne sans compte`,
  member: $localize`Une personne effacée`,
  worker: $localize`Le système`,
  operator: $localize`L’exploitant du serveur`,
};

/** Every act as a sentence about whoever did it. */
const SENTENCES: Record<AuditAct, (who: string) => string> = {
  booked: (who) => $localize`${who}:who: a réservé un rendez-vous`,
  moved: (who) => $localize`${who}:who: a déplacé un rendez-vous`,
  cancelled: (who) => $localize`${who}:who: a annulé un rendez-vous`,
  rebooked: (who) => $localize`${who}:who: a repris un autre horaire`,
  'email-corrected': (who) => $localize`${who}:who: a corrigé l’adresse d’un rendez-vous`,
  erased: (who) => $localize`${who}:who: a effacé les coordonnées d’un rendez-vous`,
  'outcome-recorded': (who) => $localize`${who}:who: a noté le résultat d’un échange`,
  'letter-sent-again': (who) => $localize`${who}:who: a envoyé un e-mail à nouveau`,
  'time-blocked': (who) => $localize`${who}:who: a bloqué du temps`,
  'block-removed': (who) => $localize`${who}:who: a libéré du temps bloqué`,
  'practice-changed': (who) => $localize`${who}:who: a modifié les réglages du cabinet`,
  'offer-changed': (who) => $localize`${who}:who: a modifié une offre`,
  'calendar-changed': (who) => $localize`${who}:who: a modifié son agenda`,
  'date-changed': (who) => $localize`${who}:who: a changé les horaires d’une date`,
  'date-cleared': (who) => $localize`${who}:who: a rendu à une date ses horaires habituels`,
  'holidays-closed': (who) => $localize`${who}:who: a fermé des jours fériés`,
  'contact-blocked': (who) => $localize`${who}:who: a bloqué un contact`,
  'contact-unblocked': (who) => $localize`${who}:who: a débloqué un contact`,
  'feed-changed': (who) => $localize`${who}:who: a changé ce que montre le flux d’agenda`,
  'feed-rotated': (who) => $localize`${who}:who: a changé l’adresse du flux d’agenda`,
  'own-page-changed': (who) => $localize`${who}:who: a modifié sa page`,
  'password-changed': (who) => $localize`${who}:who: a changé son mot de passe`,
  'totp-added': (who) => $localize`${who}:who: a ajouté une application d’authentification`,
  'totp-removed': (who) => $localize`${who}:who: a retiré une application d’authentification`,
  'passkey-added': (who) => $localize`${who}:who: a ajouté une clé d’accès`,
  'passkey-removed': (who) => $localize`${who}:who: a retiré une clé d’accès`,
  'recovery-codes-made': (who) => $localize`${who}:who: a fait de nouveaux codes de secours`,
  'recovery-code-used': (who) => $localize`${who}:who: s’est servi·e d’un code de secours`,
  'email-changed': (who) => $localize`${who}:who: a changé d’adresse e-mail`,
  'account-changed': (who) => $localize`${who}:who: a modifié son nom ou sa langue`,
  'practice-created': (who) => $localize`${who}:who: a ouvert le cabinet`,
  'member-invited': (who) => $localize`${who}:who: a invité une personne`,
  'invitation-sent-again': (who) => $localize`${who}:who: a envoyé une invitation à nouveau`,
  'invitation-withdrawn': (who) => $localize`${who}:who: a retiré une invitation`,
  'invitation-accepted': (who) => $localize`${who}:who: a accepté une invitation`,
  'member-roles-changed': (who) => $localize`${who}:who: a changé les rôles d’une personne`,
  'member-deactivated': (who) => $localize`${who}:who: a désactivé l’accès d’une personne`,
  'member-reactivated': (who) => $localize`${who}:who: a rendu l’accès à une personne`,
  'member-erased': (who) => $localize`${who}:who: a effacé une personne`,
  'practice-exported': (who) => $localize`${who}:who: a emporté les données du cabinet`,
  'account-exported': (who) => $localize`${who}:who: a emporté ses propres données`,
  'practice-erasure-asked': (who) => $localize`${who}:who: a demandé l’effacement du cabinet`,
  'practice-erasure-taken-back': (who) => $localize`${who}:who: a renoncé à effacer le cabinet`,
  'practice-erased': (who) => $localize`${who}:who: a effacé le cabinet`,
  'contract-template-changed': (who) => $localize`${who}:who: a écrit ou changé un modèle de contrat`,
  'contract-created': (who) => $localize`${who}:who: a ouvert le brouillon d’un contrat`,
  'contract-frozen': (who) => $localize`${who}:who: a figé et proposé le texte d’un contrat`,
  'contract-commented': (who) => $localize`${who}:who: a commenté un contrat`,
  'contract-changes-requested': (who) => $localize`${who}:who: a demandé des changements à un contrat`,
  'contract-declined': (who) => $localize`${who}:who: a refusé un contrat`,
  'contract-withdrawn': (who) => $localize`${who}:who: a retiré un contrat`,
  'contract-signed': (who) => $localize`${who}:who: a signé un contrat`,
  'contract-amendment-opened': (who) => $localize`${who}:who: a ouvert l’avenant d’un contrat`,
  'contract-suspended': (who) => $localize`${who}:who: a suspendu un contrat`,
  'contract-resumed': (who) => $localize`${who}:who: a repris un contrat suspendu`,
  'contract-notice-given': (who) => $localize`${who}:who: a donné le préavis d’un contrat`,
  'contract-notice-cancelled': (who) =>
    $localize`${who}:who: est convenu·e d’annuler le préavis d’un contrat`,
  'contract-agreement-asked': (who) =>
    $localize`${who}:who: a demandé l’accord de l’autre partie d’un contrat`,
  'contract-ended': (who) => $localize`${who}:who: a mis fin à un contrat`,
  'contract-completed': (who) => $localize`${who}:who: a déclaré un contrat accompli`,
  'contract-rescinded': (who) => $localize`${who}:who: s’est rétracté·e d’un contrat`,
  'contract-renewal-opened': (who) => $localize`${who}:who: a préparé le renouvellement d’un contrat`,
  'vault-erased': (who) =>
    $localize`${who}:who: a effacé un journal scellé dont tous les accès étaient perdus depuis 90 jours`,
  'contract-erased': (who) => $localize`${who}:who: a effacé un contrat au terme de sa conservation`,
  'session-booked': (who) => $localize`${who}:who: a réservé une séance`,
  'session-moved': (who) => $localize`${who}:who: a déplacé une séance`,
  'session-cancelled': (who) => $localize`${who}:who: a annulé une séance`,
};

/** « Hélène Fictive a modifié les réglages du cabinet ». A newer server may know acts this client does not. */
export function sentenceOf({ actor, member, act }: Pick<AuditEvent, 'actor' | 'member' | 'act'>): string {
  const who = member?.name ?? ACTOR_WORDS[actor];
  return isKnown(act) ? SENTENCES[act](who) : `${who}\u202f: ${act}`;
}

/** The act alone, for a list to choose from: « … a bloqué du temps ». */
export function actWords(act: AuditAct): string {
  return SENTENCES[act]('…');
}

function isKnown(act: string): act is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, act);
}
