import type { TypedField } from '@visavis/booking';
import type { FieldError, FieldErrorCode } from '@visavis/kernel';

/** What is wrong with a field and what to do about it. */
export const FIELD_MESSAGES: Record<FieldErrorCode, string> = {
  required: $localize`:@@field.required:À remplir.`,
  'unknown-field': $localize`:@@field.unknown-field:Ce champ n’est pas attendu.`,
  'too-short': $localize`:@@field.too-short:C’est trop court.`,
  'too-long': $localize`:@@field.too-long:C’est trop long.`,
  'too-small': $localize`:@@field.too-small:Cette valeur est trop petite.`,
  'too-large': $localize`:@@field.too-large:Cette valeur est trop grande.`,
  'invalid-email': $localize`:@@field.invalid-email:Cette adresse n’est pas complète. Exemple\u202f: prenom@exemple.fr`,
  'invalid-phone': $localize`:@@field.invalid-phone:Ce numéro ne se lit pas. Vérifiez les chiffres et le pays, ou écrivez-le avec son indicatif (+33…).`,
  'invalid-time': $localize`:@@field.invalid-time:Cet horaire ne se lit pas. Choisissez-le dans la liste.`,
  'invalid-date': $localize`:@@field.invalid-date:Cette date n’existe pas.`,
  'invalid-time-zone': $localize`:@@field.invalid-time-zone:Ce fuseau horaire n’est pas connu.`,
  'invalid-address': $localize`:@@field.invalid-address:Cette adresse ne se lit pas.`,
  'control-characters': $localize`:@@field.control-characters:Un caractère invisible s’est glissé dans le texte. Écrivez-le de nouveau.`,
  'not-accepted': $localize`:@@field.not-accepted:Votre accord est nécessaire pour réserver.`,
  'not-in-list': $localize`:@@field.not-in-list:Choisissez dans la liste.`,
  'has-open-call': $localize`:@@field.has-open-call:Un échange est déjà prévu.`,
  invalid: $localize`:@@field.invalid:Ce champ ne se lit pas.`,
};

export const FIELD_NAMES: Record<TypedField, string> = {
  start: $localize`:@@name.start:L’horaire`,
  firstName: $localize`:@@name.firstName:Prénom`,
  lastName: $localize`:@@name.lastName:Nom`,
  email: $localize`:@@name.email:Adresse e-mail`,
  phone: $localize`:@@name.phone:Téléphone`,
  phoneCountry: $localize`:@@name.phoneCountry:Pays du numéro`,
  reason: $localize`:@@name.reason:Ce qui vous amène`,
  words: $localize`:@@name.words:Quelques mots`,
  consent: $localize`:@@name.consent:Votre accord`,
  timeZone: $localize`:@@name.timeZone:Fuseau horaire`,
};

export type FieldErrors = Partial<Record<TypedField, FieldErrorCode>>;

/** The first error of each field the form knows. */
export function fieldErrors(errors: readonly FieldError[] | undefined): FieldErrors {
  const found: FieldErrors = {};
  for (const { field, code } of errors ?? []) if (isTyped(field)) found[field] ??= code;
  return found;
}

function isTyped(field: string): field is TypedField {
  return Object.hasOwn(FIELD_NAMES, field);
}
