import * as z from 'zod';
import { line } from '@visavis/typed-text';

const instant = z.number().int();

/** Days between asking for the erasure of a practice and the erasure. */
export const ERASURE_DAYS = 30;

/** `POST /api/practice/erasure` (owners, fresh proof): the practice's name, typed. `DELETE` takes it back. */
export const practiceErasureWish = z.strictObject({ name: line(120) });
export type PracticeErasureWish = z.output<typeof practiceErasureWish>;

export const practiceErasureReply = z.object({ askedAt: instant, dueAt: instant });
export type PracticeErasureReply = z.output<typeof practiceErasureReply>;

export const RETENTION_KINDS = [
  'prospects',
  'contracts-not-concluded',
  'contract-evidence',
  'vaults-set-aside',
  'vaults-left',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** `GET /api/practice/retention` (owners): what the next round would erase, in figures. */
export const retentionReply = z.object({
  asOf: instant,
  kinds: z.array(
    z.object({
      kind: z.enum(RETENTION_KINDS),
      /** How long this practice keeps them. */
      months: z.number().int(),
      /** How many have outlived it now. */
      due: z.number().int(),
      /** When the oldest of those was due. */
      oldestDueAt: instant.nullable(),
      /** When the next one will be. */
      nextDueAt: instant.nullable(),
    }),
  ),
});
export type RetentionReply = z.output<typeof retentionReply>;
