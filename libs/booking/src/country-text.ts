import { missingOr } from '@visavis/typed-text';
import * as z from 'zod';

/** ISO 3166-1 alpha-2: which national numbering plan a number without + is read in. */
export const countryText = z
  .string({ error: missingOr('invalid') })
  .regex(/^[A-Z]{2}$/, { error: 'not-in-list' });
