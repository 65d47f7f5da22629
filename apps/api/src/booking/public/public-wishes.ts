import * as z from 'zod';

/** An act that needs no further words: no body, or an empty object. */
export const nothing = z.preprocess((body) => body ?? {}, z.strictObject({}));
