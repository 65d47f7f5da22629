import { planHomecoming, vaultReply } from '@visavis/journal';
import { type Caller, VaultMaker } from '../../demo/vault-maker';
import { aThousandBids } from './a-thousand-bids';

/** A vault over HTTP for `npm run bench`: opened with this passphrase, empty until it is filled with a thousand bids. */
export async function openVaultToFill(
  caller: Caller,
): Promise<{ readonly passphrase: string; fill(): Promise<void> }> {
  const { userId } = vaultReply.parse(await caller.send('GET', '/api/vault'));
  const maker = await VaultMaker.open(caller, userId);
  return {
    passphrase: maker.passphrase,
    fill: async () => {
      for (const { id, entry } of planHomecoming(await aThousandBids(), new Map(), () => 0).added)
        await maker.write('journal/1', JSON.stringify(entry), id);
      await maker.writeIndex();
    },
  };
}
