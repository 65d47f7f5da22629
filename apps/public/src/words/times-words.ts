/** Words of the page where a time is chosen. */
export const TIMES_WORDS = {
  title: (who: string) => $localize`:@@times.title:Un premier échange avec ${who}:who:`,
  length: (minutes: number) => $localize`:@@times.length:${minutes}:minutes:\u00a0minutes`,
  byPhone: $localize`:@@times.by-phone:Par téléphone`,
  free: $localize`:@@times.free:Sans frais`,
  firstAvailable: $localize`:@@times.first-available:La première personne libre du cabinet vous appelle à l’heure que vous choisissez.`,
  none: $localize`:@@times.none:Pas d’horaire ouvert pour l’instant`,
  noneHint: $localize`:@@times.none-hint:De nouveaux horaires s’ouvrent chaque jour. Revenez bientôt, ou voyez avec qui d’autre du cabinet parler.`,
  others: $localize`:@@times.others:Voir le cabinet`,
  when: $localize`:@@times.when:Quand`,
  change: $localize`:@@times.change:Changer d’horaire`,
  you: $localize`:@@times.you:Vous`,
  sending: $localize`:@@times.sending:Réservation en cours…`,
  book: $localize`:@@times.book:Réserver ce premier échange`,
};

/** Words of the list of times and of the choice of a zone. */
export const LIST_WORDS = {
  count: (times: number) =>
    times === 1
      ? $localize`:@@times.count-one:1 horaire`
      : $localize`:@@times.count:${times}:times: horaires`,
  goOn: (time: string) => $localize`:@@times.go-on:Continuer avec ${time}:time:`,
  later: $localize`:@@times.later:Dates suivantes`,
  here: (zone: string) => $localize`:@@zone.here:Horaires à l’${zone}:zone:`,
  there: (zone: string) => $localize`:@@zone.there:En petit, l’${zone}:zone:`,
  changeZone: $localize`:@@zone.change:Changer de fuseau`,
  zone: $localize`:@@zone.label:Fuseau horaire`,
  showZone: $localize`:@@zone.show:Afficher`,
  others: $localize`:@@problem-box.times:Autres horaires`,
  kept: $localize`:@@problem-box.kept:Tout ce que vous avez écrit est gardé.`,
};
