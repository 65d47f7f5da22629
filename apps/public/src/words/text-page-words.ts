/** Words of the pages that are only read. */
export const PRACTICE_WORDS = {
  title: $localize`:@@practice.title:Un premier échange, pour voir ce que la supervision peut vous apporter`,
  lead: $localize`:@@practice.lead:Une demi-heure au téléphone, sans frais. Vous choisissez avec qui, puis quand\u202f; nous vous appelons.`,
  first: $localize`:@@practice.first:Au plus tôt`,
  firstHint: $localize`:@@practice.first-hint:Le premier horaire libre, avec l’une ou l’autre des personnes du cabinet.`,
  next: (time: string, zone: string) =>
    $localize`:@@practice.next:Prochain horaire\u202f: ${time}:time: (${zone}:zone:)`,
  none: $localize`:@@practice.none:Pas d’horaire ouvert pour l’instant`,
  empty: $localize`:@@practice.empty:Ce cabinet n’a pas encore ouvert d’horaires. Revenez dans quelques jours.`,
};

export const PRIVACY_WORDS = {
  title: $localize`:@@privacy.title:Confidentialité`,
  imprint: $localize`:@@privacy.imprint:Mentions légales`,
};

export const PROBLEM_WORDS = {
  'not-found': {
    title: $localize`:@@problem.not-found:Cette page n’existe pas, ou plus`,
    hint: () =>
      $localize`:@@problem.not-found-hint:Le lien est peut-être incomplet, ou le rendez-vous a été effacé. Ouvrez de nouveau le lien reçu par e-mail, ou demandez son adresse au cabinet.`,
  },
  'too-many-requests': {
    title: $localize`:@@problem.too-many:Trop de demandes d’un coup`,
    hint: (wait: string) =>
      $localize`:@@problem.too-many-hint:Rien n’est perdu\u202f: attendez ${wait}:wait:, puis rechargez la page.`,
  },
  'cross-site': {
    title: $localize`:@@problem.cross-site:Cette demande est venue d’un autre site`,
    hint: () =>
      $localize`:@@problem.cross-site-hint:Par prudence, elle n’a pas été prise en compte. Ouvrez la page directement, puis recommencez.`,
  },
  unavailable: {
    title: $localize`:@@problem.unavailable:Le service est très occupé`,
    hint: (wait: string) =>
      $localize`:@@problem.unavailable-hint:Attendez ${wait}:wait:, puis rechargez la page.`,
  },
  failed: {
    title: $localize`:@@problem.failed:Quelque chose n’a pas marché`,
    hint: () =>
      $localize`:@@problem.failed-hint:C’est de notre côté, et nous l’avons noté. Réessayez dans un instant.`,
  },
};

export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes > 1
    ? $localize`:@@wait.minutes:${minutes}:minutes:\u00a0minutes`
    : $localize`:@@wait.minute:une minute`;
}
