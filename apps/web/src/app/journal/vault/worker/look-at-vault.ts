import { VaultRefused } from '../vault-trouble';
import type { VaultReply } from '@visavis/journal';
import type { World } from './world';

/** Nobody answered, or whatever stands in front of the server did. */
const AWAY: readonly string[] = ['offline', 'unavailable'];

/**
 * The vault as the server shows it, compared with what this device saw before. A server that shows none, another or an
 * older one is not believed: the person is told and decides.
 */
export async function lookAtVault({ server, device, now }: World): Promise<VaultReply> {
  const reply = await server.readVault().catch((error: unknown) => offlineReply(error, device));
  const known = await device.knownVault(reply.userId);
  const { vault, userId } = reply;
  if (known && !vault) throw new VaultRefused('vault-vanished');
  if (known && vault && known.vaultId !== vault.id) throw new VaultRefused('vault-exchanged');
  if (known && vault && vault.generation < known.generation) throw new VaultRefused('generation-went-back');
  if (vault)
    await device.keepVault({
      ...{ userId, vaultId: vault.id, generation: vault.generation },
      ...{ row: vault, seenAt: now() },
    });
  return reply;
}

/** Without a connection the journal opens from what was last seen. Nothing is shared then, and nothing new is known. */
async function offlineReply(error: unknown, device: World['device']): Promise<VaultReply> {
  if (!(error instanceof VaultRefused) || !AWAY.includes(error.reason)) throw error;
  const last = await device.lastVault();
  if (!last) throw new VaultRefused('offline');
  return { userId: last.userId, vault: last.row, may: { share: false, until: null } };
}
