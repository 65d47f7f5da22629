import * as z from 'zod';
import { instant } from './wire-text';
import { PARTIES } from './words';

/** How far a letter is; what has failed for good can be sent again. */
export const CONTRACT_LETTER_STATES = ['planned', 'sending', 'sent', 'failed', 'superseded'] as const;

/** `GET /api/contracts/:id/letters`: what went to whom, the newest first; a coach sees their own. */
export const contractLettersReply = z.object({
  letters: z.array(
    z.object({
      id: z.string(),
      /** What it says; clients have words for those they know. */
      kind: z.string(),
      to: z.enum(PARTIES),
      versionNumber: z.number().int(),
      state: z.enum(CONTRACT_LETTER_STATES),
      plannedAt: instant,
      sentAt: instant.nullable(),
      /** A short word for what went wrong; null when nothing did. */
      failure: z.string().nullable(),
    }),
  ),
});
export type ContractLettersReply = z.output<typeof contractLettersReply>;
