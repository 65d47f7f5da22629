import * as z from 'zod';

/** Bodies and parameters of the week's routes that no client needs a schema for. */

/** `required` when nothing was sent, otherwise the given field error code. */
export function missingOr(code: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'required' : code);
}

/** `POST /api/appointments/:id/cancel` */
export const cancelWish = z.strictObject({
  sequence: z
    .int({ error: missingOr('invalid') })
    .min(0, { error: 'too-small' })
    .max(1_000_000, { error: 'too-large' }),
});
export type CancelWish = z.output<typeof cancelWish>;

/** `POST /api/blocks/:id/remove`: this one, this one and the later ones of its series, or the whole series. */
export const BLOCK_SCOPES = ['one', 'following', 'all'] as const;
export type BlockScope = (typeof BLOCK_SCOPES)[number];
export const removeBlockWish = z.strictObject({
  scope: z.enum(BLOCK_SCOPES, { error: missingOr('not-in-list') }),
});
export type RemoveBlockWish = z.output<typeof removeBlockWish>;

/** A POST that says everything by its address; the body is empty or `{}`. */
export const nothingWish = z.strictObject({}).nullish();
