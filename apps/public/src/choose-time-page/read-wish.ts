import type { BookingWish, TypedField } from '@visavis/booking';
import type { FieldErrorCode, Instant, Language } from '@visavis/kernel';
import type { FieldErrors } from '../words/field-messages';

/** A booking wish that nobody has checked yet. */
type AskedWish = Omit<BookingWish, 'consent' | 'reason'> & { consent: boolean; reason: string };

/** The form as the API wants it; an empty "few words" is left out. */
export function readWish(form: FormData, start: Instant, language: Language, timeZone: string): AskedWish {
  const text = (field: TypedField) => String(form.get(field) ?? '');
  const words = text('words').trim();
  return {
    start: new Date(start).toISOString(),
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    phone: text('phone'),
    phoneCountry: text('phoneCountry'),
    reason: text('reason'),
    ...(words ? { words } : {}),
    consent: form.has('consent'),
    language,
    timeZone,
  };
}

/** What the browser itself finds wrong with the fields, in our codes, in the order of the form. */
export function errorsOfBrowser(form: HTMLFormElement): FieldErrors {
  const errors: Record<string, FieldErrorCode> = {};
  for (const control of form.elements) {
    if (!isField(control) || !control.willValidate || control.validity.valid) continue;
    errors[control.name] ??= codeOf(control);
  }
  return errors;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(control: Element): control is Field {
  return 'validity' in control && 'name' in control && control.name !== '';
}

function codeOf(control: Field): FieldErrorCode {
  const { validity, type } = control;
  if (validity.valueMissing) return type === 'checkbox' ? 'not-accepted' : 'required';
  if (validity.tooLong) return 'too-long';
  return type === 'email' ? 'invalid-email' : 'invalid';
}
