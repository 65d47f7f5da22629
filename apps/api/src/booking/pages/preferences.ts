import { LANGUAGES, type Language } from '@visavis/kernel';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { ENCODINGS, type Encoding } from './page-cache';

/** The first of these languages that the browser asks for; French, or the only one, when it asks for none. */
export function preferredLanguage(
  request: FastifyRequest,
  spoken: readonly Language[] = LANGUAGES,
): Language {
  const wanted = new Negotiator(request.raw).language([...spoken]);
  return (
    spoken.find((language) => language === wanted) ?? LANGUAGES.find((one) => spoken.includes(one)) ?? 'fr'
  );
}

export function preferredEncoding(request: FastifyRequest): Encoding {
  const header = request.headers['accept-encoding'];
  if (header === undefined) return 'identity';
  if (header.includes('br') && !/br\s*;\s*q=0(\.0*)?\s*(,|$)/.test(header)) return 'br'; // what nearly every browser says
  const wanted = new Negotiator(request.raw).encodings([...ENCODINGS])[0];
  return ENCODINGS.find((encoding) => encoding === wanted) ?? 'identity';
}
