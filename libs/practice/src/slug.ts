import * as z from 'zod';

/** Words that are parts of addresses already: nobody's page can be called so. */
export const RESERVED_SLUGS = [
  'privacy',
  'first-available',
  'embed',
  'app',
  'api',
  'c',
  'm',
  'fr',
  'en',
  'public',
  'calendar',
  'health',
  'metrics',
] as const;

const SLUG = /^[a-z0-9](-?[a-z0-9])*$/;

/** The readable part of a practice's or supervisor's address: 2 to 60 of a-z, 0-9 and single hyphens between them. */
export const slugText = z
  .string({ error: 'required' })
  .min(2, { error: 'too-short' })
  .max(60, { error: 'too-long' })
  .regex(SLUG, { error: 'invalid-address' })
  .refine((text) => !isReservedSlug(text), { error: 'not-accepted' });

/**
 * A slug that reads like `name` ("Léa Roche" → "lea-roche") and is none of `taken`; numbered when it must be.
 */
export function slugLike(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain.length < 2 || isReservedSlug(plain) ? `page-${plain}`.replace(/-$/, '') : plain;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

export function isReservedSlug(text: string): boolean {
  return (RESERVED_SLUGS as readonly string[]).includes(text);
}
