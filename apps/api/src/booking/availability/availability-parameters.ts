import { OFFER_KINDS } from '@visavis/booking';
import * as z from 'zod';

/** Parts of addresses. */
export const offerKind = z.enum(OFFER_KINDS, { error: 'not-in-list' });
export const localDate = z.iso.date({ error: 'invalid-date' });
