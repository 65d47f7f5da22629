import * as z from 'zod/mini';

/** Epoch milliseconds, in replies. */
export const instant = z.int();
