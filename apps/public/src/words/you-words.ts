/** Words around the fields of the form. */
export const YOU_WORDS = {
  emailHint: $localize`:@@you.email-hint:Pour la confirmation et les rappels, rien d’autre.`,
  willCallNumber: (who: string, number: string) =>
    $localize`:@@you.will-call-number:${who}:who: vous appellera au ${number}:number:.`,
  willCall: (who: string) =>
    $localize`:@@you.will-call:${who}:who: vous appellera à ce numéro, mobile ou fixe.`,
  optional: $localize`:@@you.optional:si vous le souhaitez`,
  readers: (who: string) =>
    $localize`:@@you.readers:Vos réponses sont lues par ${who}:who:, pour préparer l’échange.`,
  consent: (practice: string) =>
    $localize`:@@you.consent:J’accepte que ${practice}:practice: utilise ces informations pour ce premier échange.`,
  notice: $localize`:@@you.notice:Lire la notice de confidentialité`,
};
