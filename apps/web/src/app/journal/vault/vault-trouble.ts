import type { JournalRefusal, VaultRefusal } from '@visavis/journal';
import type { GeneralRefusal } from '@visavis/kernel';
import type { AnySealingRefusal } from '@visavis/sealing';

/** Every "no" of the vault's own on this device; the others come from the libs and from the server. */
export const OWN_TROUBLES = [
  'locked', // asks for an open vault
  'nothing-prepared', // what was shown is gone: begin again
  'words-differ', // the passphrase typed again is not the one that was shown, with `position`
  'groups-differ', // two groups of the recovery code were asked for again
  'slot-missing', // there is no way of this kind into the vault
  'vault-vanished', // this device knows a vault, the server shows none
  'vault-exchanged', // this device knows another vault than the server shows
  'entries-vanished', // known entries of which neither a text nor a signed deletion is shown, with `entryIds`
  'entry-unknown',
  'entry-unreadable', // with `reason`: it is shown as such and nothing is saved over it
  'older-copy', // the server shows less than this device has seen
  'look-first', // a device that has not seen the vault before shows what it found before it saves
  'written-elsewhere', // another tab writes
  'device-storage', // the browser refuses to keep anything on this device
  'nobody-to-read', // no contract in force with this person, or they have no vault yet
  'gave-up', // the person did not show that it is them
  'reply-malformed', // an answer of the server that has not the shape it must have
  'worker-failed', // a fault of ours, with nothing of the text in it
] as const;
export type OwnTrouble = (typeof OWN_TROUBLES)[number];

/** What keeps the server from answering, besides the refusals of its routes. */
export const CONNECTION_TROUBLES = ['offline', 'proof-needed', 'second-factor-needed'] as const;
export type ServerTrouble = GeneralRefusal | VaultRefusal | (typeof CONNECTION_TROUBLES)[number];

export type VaultTrouble = OwnTrouble | AnySealingRefusal | JournalRefusal | ServerTrouble;

/** The vault said no. Nothing was written unless `details` says so. */
export class VaultRefused extends Error {
  override readonly name = 'VaultRefused';

  constructor(
    readonly reason: VaultTrouble,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}
