import { Refused, type Reason } from './refused';

/** What happened, what was kept, what to do: one sentence or two for every reason. */
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
  'not-started-yet': $localize`Le résultat se note une fois l’échange commencé.`,
  'time-not-offered': $localize`Cet horaire n’est pas possible. Choisissez-en un autre.`,
  'practice-closing': $localize`:@@refusal.practice-closing:Le cabinet attend son effacement : rien de nouveau ne se réserve. Son propriétaire peut encore y renoncer.`,
  'idempotency-mismatch': $localize`La même demande a déjà été envoyée avec un autre contenu. Rechargez la page pour voir où elle en est.`,
  'person-limit': $localize`Cette personne a déjà un échange prévu dans le cabinet, ou ses coordonnées sont bloquées.`,
  'wrong-credentials': $localize`L’adresse ou le mot de passe ne correspond pas.`,
  'wrong-code': $localize`Ce code n’est pas le bon, ou il n’est plus valable. Demandez-en un autre ou attendez le suivant.`,
  'passkey-refused': $localize`Cette clé d’accès n’a pas été acceptée. Recommencez, ou connectez-vous autrement.`,
  'second-factor-needed': $localize`Votre rôle demande un second facteur. Ajoutez une clé d’accès ou une application d’authentification pour continuer.`,
  'proof-needed': $localize`Confirmez d’abord que c’est bien vous, par un code reçu par e-mail ou par une clé d’accès.`,
  'passkey-known': $localize`Cette clé d’accès est déjà enregistrée.`,
  'last-second-factor': $localize`C’est votre seul second facteur, et votre rôle en demande un. Ajoutez-en un autre avant de retirer celui-ci.`,
  'link-over': $localize`Ce lien n’est plus valable. Demandez-en un nouveau.`,
  'password-too-common': $localize`Ce mot de passe figure parmi les plus courants. Choisissez-en un autre.`,
  'last-owner': $localize`Le cabinet n’aurait plus de propriétaire. Donnez d’abord ce rôle à une autre personne.`,
  'already-member': $localize`Cette adresse est déjà celle d’un membre du cabinet.`,
  'already-invited': $localize`Une invitation attend déjà à cette adresse. Vous pouvez l’envoyer à nouveau ou la retirer.`,
  'account-exists': $localize`Cette adresse a déjà un compte. Donnez son mot de passe, ou connectez-vous d’abord.`,
  'other-account': $localize`Cette invitation est pour une autre adresse que celle de votre session. Déconnectez-vous, puis ouvrez à nouveau le lien.`,
  'already-set-up': $localize`Cette installation a déjà son cabinet. Connectez-vous.`,
  'slug-taken': $localize`Un autre cabinet a déjà cette adresse. Choisissez-en une autre.`,
  'still-open': $localize`:@@refusal.still-open:Cette personne a encore des rendez-vous à venir ou des contrats en cours. Rien n’a changé.`,
  'already-erasing': $localize`L’effacement du cabinet est déjà demandé.`,
  offline: $localize`Le serveur ne répond pas. Vérifiez la connexion puis recommencez, rien n’a été perdu.`,
  unreadable: $localize`Le serveur a été mis à jour. Rechargez la page.`,
};

/** Words for anything that was thrown while talking to the server. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Refused)) return REFUSAL_WORDS.failed;
  const seconds = error.retryAfterSeconds;
  if (error.reason === 'too-many-requests' && seconds !== null) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    return $localize`Trop de demandes en peu de temps. Recommencez dans ${minutes}:minutes: min.`;
  }
  return REFUSAL_WORDS[error.reason];
}
