import * as z from 'zod';

/** A POST that says everything by its address; the body is empty or `{}`. */
export const nothingWish = z.strictObject({}).nullish();
