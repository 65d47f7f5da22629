import {
  countedNumber,
  idText,
  previousGenerationWire,
  slotWire,
  SUITE,
  wordOf,
  wrappedIdentityWire,
} from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { instant } from './shapes';

/** Days for which a vault that was set aside stays sealed where it is. */
export const SET_ASIDE_DAYS = 90;
/** Months after a contract's end or a deactivation for which a person still writes. */
export const WRITING_MONTHS = 12;

const suite = wordOf([SUITE]);
const slots = z.array(slotWire).check(z.maxLength(10, { error: 'too-long' }));

/** `GET /api/vault` */
export const vaultReply = z.object({
  /** Whoever asks, as every header and signature names them: the person in this practice. */
  userId: idText,
  vault: z.nullable(
    z.object({
      id: idText,
      suite: z.string(),
      generation: countedNumber,
      slots: z.array(slotWire),
      /** Of the current generation; `keyId` is the immutable row of its public half. */
      identity: z.extend(wrappedIdentityWire, { keyId: idText }),
      /** One for each generation after the first. */
      previous: z.array(previousGenerationWire),
      openedAt: instant,
      /** Another vault was set aside before this one; it goes at `until`. */
      restarted: z.nullable(z.object({ until: instant })),
    }),
  ),
  may: z.object({
    /** Somebody is there to share with: a contract is in force. */
    share: z.boolean(),
    /** Until when this person may write; null without an end. */
    until: z.nullable(instant),
  }),
});
export type VaultReply = z.output<typeof vaultReply>;
export type VaultReplyJson = z.input<typeof vaultReply>;

/** `POST /api/vault`, 201 */
export const openVaultWish = z.strictObject({
  id: idText,
  suite,
  slots,
  identity: wrappedIdentityWire,
  keyId: idText,
});
export type OpenVaultWish = z.output<typeof openVaultWish>;

/** `POST /api/vault/slots`: both or nothing. */
export const changeSlotsWish = z.strictObject({
  add: slots,
  remove: z.array(idText).check(z.maxLength(10, { error: 'too-long' })),
});
export type ChangeSlotsWish = z.output<typeof changeSlotsWish>;

/** `POST /api/vault/rotation`: the next generation; the slots of the former one go. */
export const rotateVaultWish = z.strictObject({
  slots,
  identity: wrappedIdentityWire,
  keyId: idText,
  previous: previousGenerationWire,
});
export type RotateVaultWish = z.output<typeof rotateVaultWish>;

/** 200 of `POST /api/vault/start-again` (fresh proof): the vault is set aside, another may be opened. */
export const startAgainReply = z.object({ until: instant });
export type StartAgainReply = z.output<typeof startAgainReply>;
