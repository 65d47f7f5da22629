import { TYPED_FIELDS, type TypedField } from '@visavis/booking';
import { LANGUAGES, type Language } from '@visavis/kernel';
import type { FastifyRequest } from 'fastify';
import { malformed } from '../../http/shape';

export type Typed = Partial<Record<TypedField, string>>;

/** The fields of a posted form, each once. @throws Refusal malformed naming what is unknown or repeated */
export function readFields<Field extends string>(
  body: unknown,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const typed: Partial<Record<Field, string>> = {};
  for (const [name, value] of Object.entries(body ?? {})) {
    const field = fields.find((known) => known === name);
    if (field === undefined) throw malformed([{ field: name.slice(0, 100), code: 'unknown-field' }]);
    if (typeof value !== 'string') throw malformed([{ field, code: 'invalid' }]);
    typed[field] = value;
  }
  return typed;
}

export function readTyped(body: unknown): Typed {
  return readFields(body, TYPED_FIELDS);
}

/** A form's text as the JSON a script would have posted: empty fields are absent, `consent` is a choice. */
export function wishFromForm(typed: Typed, language: Language): Record<string, unknown> {
  const { consent, ...texts } = typed;
  const filled = Object.entries(texts).filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(filled),
    ...(consent === undefined ? {} : { consent: consent === 'on' }),
    language,
  };
}

/** `fr` or `en`, by the first part of the address. */
export function languageOf(request: FastifyRequest): Language {
  const first = request.url.split('/')[1];
  return LANGUAGES.find((language) => language === first) ?? 'fr';
}
