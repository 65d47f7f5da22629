import type { AccountRefusal } from '@visavis/account';
import type { BookingRefusal } from '@visavis/booking';
import type { GeneralRefusal } from '@visavis/kernel';
import type { PracticeRefusal } from '@visavis/practice';
import type { SupervisionRefusal } from '@visavis/supervision';

/** Every reason the server gives, and the two only the client can know. */
export type Reason =
  | GeneralRefusal
  | BookingRefusal
  | AccountRefusal
  | PracticeRefusal
  | SupervisionRefusal
  | 'offline'
  | 'unreadable';

/**
 * What happened, what was kept, what to do: one sentence or two for every reason. Its keys are also the list of what
 * can be read from a reply: asking the libs for their lists would load all their wire shapes before the first page.
 */
export const REFUSAL_WORDS: Record<Reason, string> = {
  malformed: $localize`Certains champs sont à corriger. Rien n’a été enregistré, tout ce que vous avez saisi est encore là.`,
  'not-signed-in': $localize`Votre session est terminée. Connectez-vous à nouveau pour continuer.`,
  'cross-site': $localize`Cette demande venait d’un autre site et n’a pas été acceptée. Rechargez la page et recommencez.`,
  'role-too-low': $localize`Votre rôle dans ce cabinet ne permet pas cela.`,
  'not-found': $localize`Cet élément n’existe pas ou n’existe plus.`,
  'method-not-allowed': $localize`Cette action n’est pas possible ici. Rechargez la page et recommencez.`,
  'changed-meanwhile': $localize`Quelque chose a changé entre-temps. La page montre maintenant l’état actuel, rien n’a été écrasé.`,
  'too-large': $localize`C’est trop long pour être enregistré. Raccourcissez le texte et recommencez.`,
  'unsupported-media-type': $localize`La demande n’a pas été comprise. Rechargez la page et recommencez.`,
  'too-many-requests': $localize`Trop de demandes en peu de temps. Patientez un instant puis recommencez.`,
  failed: $localize`Quelque chose n’a pas fonctionné de notre côté. Rien n’a été enregistré, recommencez dans un instant.`,
  unavailable: $localize`Le service est indisponible pour un moment. Rien n’a été perdu, recommencez dans un instant.`,
  'time-just-taken': $localize`Cet horaire est déjà occupé.`,
  'already-cancelled': $localize`Ce rendez-vous était déjà annulé.`,
  'already-started': $localize`Ce rendez-vous a déjà commencé, il ne peut plus changer.`,
  'not-started-yet': $localize`Ce n’est possible qu’une fois l’échange ou le contrat commencé.`,
  'time-not-offered': $localize`Cet horaire n’est pas possible. Choisissez-en un autre.`,
  'practice-closing': $localize`:@@refusal.practice-closing:Le cabinet attend son effacement : rien de nouveau ne se réserve. Son propriétaire peut encore y renoncer.`,
  'idempotency-mismatch': $localize`La même demande a déjà été envoyée avec un autre contenu. Rechargez la page pour voir où elle en est.`,
  'person-limit': $localize`Cette personne a déjà un échange prévu dans le cabinet, ou ses coordonnées sont bloquées.`,
  'wrong-credentials': $localize`L’adresse ou le mot de passe ne correspond pas.`,
  'wrong-code': $localize`Ce code n’est pas le bon, ou il n’est plus valable. Demandez-en un autre ou attendez le suivant.`,
  'passkey-refused': $localize`Cette clé d’accès n’a pas été acceptée. Recommencez, ou connectez-vous autrement.`,
  'second-factor-needed': $localize`Votre rôle demande une seconde vérification. Ajoutez une clé d’accès ou une application d’authentification pour continuer.`,
  'proof-needed': $localize`Confirmez d’abord que c’est bien vous, par un code reçu par e-mail ou par une clé d’accès.`,
  'passkey-known': $localize`Cette clé d’accès est déjà enregistrée.`,
  'last-second-factor': $localize`C’est votre seule seconde vérification, et votre rôle en demande une. Ajoutez-en une autre avant de retirer celle-ci.`,
  'link-over': $localize`Ce lien n’est plus valable. Demandez-en un nouveau.`,
  'password-too-common': $localize`Ce mot de passe figure parmi les plus courants. Choisissez-en un autre.`,
  'last-owner': $localize`Le cabinet n’aurait plus de propriétaire. Donnez d’abord ce rôle à une autre personne.`,
  'already-member': $localize`Cette adresse est déjà celle d’un membre du cabinet.`,
  'already-invited': $localize`Une invitation attend déjà à cette adresse. Vous pouvez l’envoyer à nouveau ou la retirer.`,
  'account-exists': $localize`Cette adresse a déjà un compte. Donnez son mot de passe, ou connectez-vous d’abord.`,
  'other-account': $localize`Cette invitation est pour une autre adresse que celle de votre session. Déconnectez-vous, puis ouvrez à nouveau le lien.`,
  'already-set-up': $localize`Cette installation a déjà son cabinet. Connectez-vous.`,
  'slug-taken': $localize`Cette adresse est déjà prise. Choisissez-en une autre.`,
  'still-open': $localize`:@@refusal.still-open:Cette personne a encore des rendez-vous à venir ou des contrats en cours. Rien n’a changé.`,
  'already-erasing': $localize`L’effacement du cabinet est déjà demandé.`,
  'wrong-state': $localize`Ce contrat n’en est plus là. La page montre maintenant où il en est.`,
  'text-changed': $localize`Le texte a changé depuis que vous l’avez lu. Rien n’a été signé. Relisez-le, puis signez à nouveau.`,
  'already-signed': $localize`Vous avez déjà signé cette version.`,
  'amendment-open': $localize`Un avenant est déjà en cours. Menez-le à son terme ou retirez-le d’abord.`,
  'cost-changed': $localize`Le coût de cette annulation a changé depuis que vous l’avez lu. Rien n’est annulé, voici le coût actuel.`,
  'not-ready': $localize`Il manque encore quelque chose avant de pouvoir proposer ce contrat. La liste dit quoi.`,
  'not-for-this-party': $localize`C’est à l’autre partie de le faire.`,
  'name-differs': $localize`Ce nom n’est pas celui du contrat. Saisissez-le comme il y figure, majuscules et espaces ne comptent pas.`,
  'consent-missing': $localize`Il manque votre accord sur une des clauses. Chaque case se coche séparément.`,
  'nothing-changed': $localize`Cet avenant ne change rien au contrat. Modifiez une clause ou retirez l’avenant.`,
  'not-sealed-yet': $localize`Le document n’est pas encore scellé. Revenez dans un instant.`,
  'insurance-expired': $localize`L’assurance du superviseur n’est plus valable à cette date. Il faut d’abord l’actualiser par un avenant.`,
  'supervisor-away': $localize`Votre superviseur·e n’accueille plus de séances dans ce cabinet. Rien n’a été réservé\u202f; le contrat peut prendre fin avec son préavis.`,
  'suspension-too-long': $localize`Le contrat ne permet pas une suspension aussi longue. Choisissez une date plus proche.`,
  'only-the-suspender': $localize`Seule la personne qui a suspendu le contrat peut le reprendre avant la date prévue.`,
  'notice-too-short': $localize`Cette date ne respecte pas le préavis du contrat. Choisissez une date plus lointaine.`,
  'notice-over': $localize`Le préavis est terminé, le contrat ne peut plus reprendre.`,
  'sessions-open': $localize`Des séances sont encore à tenir ou à confirmer. Terminez-les ou annulez-les d’abord.`,
  'no-right-of-withdrawal': $localize`Ce contrat ne prévoit pas de droit de rétractation.`,
  'withdrawal-period-over': $localize`Le délai de rétractation est passé. Vous pouvez mettre fin au contrat avec un préavis.`,
  'too-late-to-renew': $localize`Il est trop tard pour renouveler ce contrat. Préparez-en un nouveau.`,
  'not-yet': $localize`Ce n’est pas encore le moment.`,
  'contract-not-in-force': $localize`Ce contrat n’est pas en vigueur, il ne permet pas de réserver.`,
  'outside-term': $localize`Cette date est en dehors de la durée du contrat. Choisissez-en une autre.`,
  'not-enough-minutes': $localize`Il ne reste pas assez de minutes dans ce contrat. Un avenant peut en ajouter.`,
  'ledger-mismatch': $localize`Le compte des minutes ne le permet pas. Rien n’a été enregistré.`,
  'session-over': $localize`Cette séance est passée ou déjà annulée, elle ne peut plus changer.`,
  'too-late-to-move': $localize`Le délai d’annulation du contrat est entamé, cette séance ne peut plus être déplacée. Vous pouvez l’annuler, le coût est montré avant.`,
  'under-contract': $localize`Cette séance se déplace et s’annule depuis son contrat, où ses minutes sont comptées.`,
  'unknown-placeholder': $localize`Une clause contient une variable entre accolades que personne ne connaît. Corrigez-la ou retirez-la.`,
  offline: $localize`Le serveur ne répond pas. Vérifiez la connexion puis recommencez, rien n’a été perdu.`,
  unreadable: $localize`Le serveur a été mis à jour. Rechargez la page.`,
};

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REFUSAL_WORDS, text);
}
