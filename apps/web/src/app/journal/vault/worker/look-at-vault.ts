import { VaultRefused } from '../vault-trouble';
import type { VaultReply } from '@visavis/journal';
import type { World } from './world';

/**
 * The vault as the server shows it, compared with what this device saw before. A server that shows none, another or an
 * older one is not believed: the person is told and decides.
 */
export async function lookAtVault({ server, device }: World): Promise<VaultReply> {
  const reply = await server.readVault().catch((error: unknown) => offlineReply(error, device));
  const known = await device.knownVault(reply.userId);
  const { vault, userId } = reply;
  if (known && !vault) throw new VaultRefused('vault-vanished');
  if (known && vault && known.vaultId !== vault.id) throw new VaultRefused('vault-exchanged');
  if (known && vault && vault.generation < known.generation) throw new VaultRefused('generation-went-back');
  if (vault) await device.keepVault({ userId, vaultId: vault.id, generation: vault.generation, row: vault });
  return reply;
}

/** Without a connection the journal opens from what was last seen. Nothing is shared then, and nothing new is known. */
async function offlineReply(error: unknown, device: World['device']): Promise<VaultReply> {
  if (!(error instanceof VaultRefused) || error.reason !== 'offline') throw error;
  const [only, ...others] = await device.knownVaults();
  if (!only || others.length > 0) throw error;
  return { userId: only.userId, vault: only.row, may: { share: false, until: null } };
}
