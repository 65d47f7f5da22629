/** Words of the confirmation and of everything that can be changed afterwards. */
export const MANAGE_WORDS = {
  open: $localize`:@@manage.open:Déplacer ou annuler`,
  rebook: $localize`:@@manage.rebook:Choisir un autre horaire`,
  move: $localize`:@@manage.move:Déplacer`,
  rebookDo: $localize`:@@manage.rebook-do:Réserver cet horaire`,
  moveDo: $localize`:@@manage.move-do:Déplacer à cet horaire`,
  email: $localize`:@@manage.email:Corriger l’adresse e-mail`,
  emailLabel: $localize`:@@manage.email-label:Nouvelle adresse`,
  emailDo: $localize`:@@manage.email-do:Envoyer la confirmation à cette adresse`,
  cancel: $localize`:@@manage.cancel:Annuler`,
  cancelHint: (who: string) =>
    $localize`:@@manage.cancel-hint:L’horaire redevient libre, et ${who}:who: reçoit un message. Vous pourrez en réserver un autre.`,
  cancelDo: $localize`:@@manage.cancel-do:Oui, annuler ce rendez-vous`,
  data: $localize`:@@manage.data:Vos données`,
  export: $localize`:@@manage.export:Télécharger tout ce que nous avons gardé`,
  eraseLabel: (word: string) =>
    $localize`:@@manage.erase-label:Pour tout effacer, écrivez «\u202f${word}:word:\u202f»`,
  eraseWord: $localize`:@@manage.erase-word:effacer`,
  eraseHint: $localize`:@@manage.erase-hint:Le rendez-vous est annulé s’il est encore à venir. Ce qui est effacé ne peut pas être retrouvé.`,
  eraseDo: $localize`:@@manage.erase-do:Effacer mes données`,
};

/** What the card says about the call itself. */
export const CARD_WORDS = {
  minutes: (minutes: number) => $localize`:@@card.minutes:${minutes}:minutes:\u00a0minutes`,
  willCall: (who: string, number: string) =>
    $localize`:@@card.will-call:${who}:who: vous appellera au ${number}:number:.`,
  email: (address: string) =>
    $localize`:@@card.email:La confirmation et les rappels vont à ${address}:address:.`,
  calendar: $localize`:@@card.calendar:Ajouter à mon agenda`,
  with: (who: string) => $localize`:@@card.with:Avec ${who}:who:`,
};

/** Title of the page, and what follows from it, for what has just been done or how things stand. */
export const MANAGE_TITLES = {
  booked: (name: string) => $localize`:@@title.booked:C’est réservé, ${name}:name:`,
  bookedHint: $localize`:@@title.booked-hint:Vous n’avez rien d’autre à faire. Gardez le lien de cette page\u202f: il sert à déplacer ou annuler.`,
  moved: $localize`:@@title.moved:C’est déplacé`,
  movedHint: $localize`:@@title.moved-hint:Une nouvelle confirmation part à votre adresse, et l’agenda se met à jour.`,
  email: $localize`:@@title.email:Votre adresse est corrigée`,
  emailHint: $localize`:@@title.email-hint:La confirmation y est envoyée.`,
  cancelled: $localize`:@@title.cancelled:Ce rendez-vous est annulé`,
  again: $localize`:@@title.cancelled-again:Choisir un autre horaire`,
  rebook: $localize`:@@title.rebook:Nous nous sommes manqués`,
  rebookHint: (who: string) =>
    $localize`:@@title.rebook-hint:${who}:who: n’a pas pu vous joindre. Choisissez un autre horaire, sans rien écrire de nouveau.`,
  over: $localize`:@@title.over:Cet échange a eu lieu`,
  noShow: $localize`:@@title.no-show:Cet échange n’a pas eu lieu`,
  before: (who: string) => $localize`:@@title.before:Votre premier échange avec ${who}:who:`,
};
