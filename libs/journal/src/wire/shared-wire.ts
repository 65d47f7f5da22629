import { grantWire, idText, publicIdentityWire, revisionWire } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { instant } from './shapes';

/** An entry that somebody shared with whoever asks, as it stands. */
export const sharedEntryWire = z.object({
  vaultId: idText,
  ownerId: idText,
  ownerName: z.string(),
  /** Every row of keys the owner ever had, the newest last. */
  ownerKeys: z.array(z.extend(publicIdentityWire, { keyId: idText })),
  entryId: idText,
  schema: z.string(),
  grant: grantWire,
  head: revisionWire,
  sharedAt: instant,
  savedAt: instant,
  /** How many comments there are in this epoch. */
  comments: z.int(),
});
export type SharedEntryReply = z.output<typeof sharedEntryWire>;
export type SharedEntryJson = z.input<typeof sharedEntryWire>;

/** `GET /api/shared-entries`, the latest shared first; `GET /api/shared-entries/:entryId` is one of them. */
export const sharedEntriesReply = z.object({ entries: z.array(sharedEntryWire) });
export type SharedEntriesReply = z.output<typeof sharedEntriesReply>;
export type SharedEntriesReplyJson = z.input<typeof sharedEntriesReply>;
