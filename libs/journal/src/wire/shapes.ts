import * as z from 'zod';

/** Epoch milliseconds, in replies. */
export const instant = z.number().int();
