/** Why an e-mail did not leave, by what the server notes. */
const FAILURE_WORDS: Readonly<Record<string, string>> = {
  'address-unusable': $localize`L’adresse ne peut pas recevoir d’e-mail.`,
  'mailbox-unknown': $localize`Le serveur d’e-mail ne connaît pas cette adresse.`,
  'cannot-be-written': $localize`Une erreur de notre côté a empêché de l’écrire.`,
  'smtp-unreachable': $localize`Le serveur d’e-mail ne répondait pas.`,
  'smtp-tls-refused': $localize`La connexion au serveur d’e-mail n’était pas sûre.`,
  'smtp-sign-in-refused': $localize`Le serveur d’e-mail n’a pas accepté nos identifiants.`,
  restored: $localize`Une sauvegarde a été restaurée depuis\u202f: il était peut-être déjà parti.`,
};

/** In words; a reason that nobody foresaw is not shown by its code. Empty when there is none. */
export function failureWords(failure: string | null): string {
  if (failure === null) return '';
  const [, kind, code] = /^(refused|smtp-later)-(\d{3})$/.exec(failure) ?? [];
  if (kind === 'refused') return $localize`Le serveur d’e-mail l’a refusé (${code}:code:).`;
  if (kind === 'smtp-later') return $localize`Le serveur d’e-mail a demandé d’attendre (${code}:code:).`;
  return FAILURE_WORDS[failure] ?? $localize`Le serveur d’e-mail n’a pas dit pourquoi.`;
}
