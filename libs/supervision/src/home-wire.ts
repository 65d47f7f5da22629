import * as z from 'zod';
import { contractSummary } from './contract-wire';
import { sessionReply } from './session-wire';
import { instant } from './wire-text';

/** What a coach is asked to do next; each leads somewhere. */
export const TO_DO_KINDS = [
  'read-proposal',
  'agree-to-end',
  'agree-to-complete',
  'agree-to-cancel-notice',
  'book-session',
  'verify-email',
] as const;
export type ToDoKind = (typeof TO_DO_KINDS)[number];

/** `GET /api/home` (coaches). */
export const homeReply = z.object({
  nextSession: sessionReply.nullable(),
  contracts: z.array(contractSummary.extend({ mayBook: z.boolean() })),
  /** Contracts whose open version this coach has not signed yet. */
  toSign: z.array(contractSummary),
  toDo: z.array(
    z.object({ kind: z.enum(TO_DO_KINDS), contractId: z.string().nullable(), dueAt: instant.nullable() }),
  ),
});
export type HomeReply = z.output<typeof homeReply>;
