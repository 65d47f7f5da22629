import type { FieldErrorCode } from '@visavis/kernel';

/** What to do about a field, for every code of the server and of the schemas. */
export const FIELD_ERROR_WORDS: Record<FieldErrorCode, string> = {
  required: $localize`À remplir.`,
  'unknown-field': $localize`Ce champ n’est pas attendu ici.`,
  'too-short': $localize`Trop court.`,
  'too-long': $localize`Trop long.`,
  'too-small': $localize`Trop petit.`,
  'too-large': $localize`Trop grand.`,
  'invalid-email': $localize`Cette adresse ne semble pas complète. Exemple\u202f: prenom@exemple.fr`,
  'invalid-phone': $localize`Ce numéro n’est pas valable. Exemple\u202f: 06 39 98 12 34 ou +33 6 39 98 12 34`,
  'invalid-time': $localize`Cette heure n’est pas valable.`,
  'invalid-date': $localize`Cette date n’existe pas.`,
  'invalid-time-zone': $localize`Ce fuseau horaire n’est pas connu.`,
  'invalid-address': $localize`Cette adresse n’est pas valable. Exemple\u202f: https://www.exemple.fr`,
  'control-characters': $localize`Ce texte contient des caractères invisibles. Saisissez-le à nouveau.`,
  'not-accepted': $localize`À accepter pour continuer.`,
  'not-in-list': $localize`Choisissez dans la liste.`,
  'has-open-call': $localize`Un échange est déjà prévu avec cette personne. Retrouvez-le dans la liste.`,
  invalid: $localize`Cette valeur ne convient pas.`,
};

/** Words for a code that comes as plain text from a schema. */
export function fieldWords(code: string): string {
  return FIELD_ERROR_WORDS[code as FieldErrorCode] ?? FIELD_ERROR_WORDS.invalid;
}
