import {
  equalInConstantTime,
  type Grant,
  type PublicIdentity,
  requireShareable,
  shareInfo,
  shareMessage,
  verifyIdentity,
} from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import type { Identity } from '../keys/identity';
import { sealTo } from '../primitives/hpke';
import type { Random } from '../primitives/random';
import { refuse } from '../sealing-refusal';
import { type Pins, requirePinned } from '../vault/pins';

/** Opens one epoch of an entry to one reader whose words were read aloud. */
export async function sealGrant(
  key: EntryKey,
  sender: Identity,
  { reader, pins, schema }: { readonly reader: PublicIdentity; readonly pins: Pins; readonly schema: string },
  random: Random,
): Promise<Grant> {
  requireShareable(schema);
  if (!equalInConstantTime(key.openedWith, sender.publicKeys.edPub)) throw refuse('key-retired');
  requirePinned(pins, reader.userId, reader.edPub);
  await verifyIdentity(reader);
  const header = {
    vaultId: key.vaultId,
    entryId: key.entryId,
    epoch: key.epoch,
    commit: key.commit,
    senderId: sender.publicKeys.userId,
    senderEd: sender.publicKeys.edPub,
    recipientId: reader.userId,
    recipientEd: reader.edPub,
    recipientX: reader.xPub,
  };
  const sealed = { ...header, ...(await sealTo(reader.xPub, shareInfo(header), key.bytes, random)) };
  return { ...sealed, signature: await sender.signing.sign(shareMessage(sealed)) };
}
