import { verifyIdentity, type VerifyingKey } from '@visavis/sealing-proof';
import type { EntryKey } from '../keys/entry-key';
import { newEntryKey } from '../keys/entry-key';
import type { Generation } from '../keys/generation';
import { type Identity, newIdentity } from '../keys/identity';
import { newMasterKey } from '../keys/master-key';
import { pin, type Pins } from '../vault/pins';
import { seeded } from './random';

export const VAULT = '11111111-1111-4111-8111-111111111111';
export const ENTRY = '22222222-2222-4222-8222-222222222222';
export const OTHER_ENTRY = '33333333-3333-4333-8333-333333333333';
export const COACH = '44444444-4444-4444-8444-444444444444';
export const SUPERVISOR = '55555555-5555-4555-8555-555555555555';
export const STRANGER = '66666666-6666-4666-8666-666666666666';
export const COMMENT = '77777777-7777-4777-8777-777777777777';
export const SLOT = '88888888-8888-4888-8888-888888888888';
export const OTHER_SLOT = '99999999-9999-4999-8999-999999999999';

export interface Person {
  readonly id: string;
  readonly identity: Identity;
  readonly key: VerifyingKey;
}

export async function aPerson(id: string, seed = id): Promise<Person> {
  const identity = await newIdentity(id, seeded(`identity of ${seed}`));
  return { id, identity, key: await verifyIdentity(identity.publicKeys) };
}

export function aGeneration(person: Person, number = 1, vaultId = VAULT): Generation {
  return {
    master: newMasterKey(vaultId, number, seeded(`master ${person.id} ${number} ${vaultId}`)),
    identity: person.identity,
  };
}

export function anEntryKey(generation: Generation, entryId = ENTRY, epoch = 1): EntryKey {
  return newEntryKey(generation, entryId, epoch, seeded(`entry ${entryId} ${epoch}`));
}

export function pinsOf(...people: readonly Person[]): Pins {
  return people.reduce<Pins>((pins, { id, key }) => pin(pins, id, key.bytes), {});
}
