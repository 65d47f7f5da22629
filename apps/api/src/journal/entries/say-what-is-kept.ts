import { VAULT_REFUSALS } from '@visavis/journal';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { raised, violates } from '../../database/violates';

const SAID = [...Object.keys(VAULT_REFUSALS), 'head-moved', 'not-found'];
/** Two that arrive together and are both the first of their kind. */
const RACES = ['vault_revision_pkey', 'vault_revision_hash', 'vault_entry_key_pkey', 'vault_grant_one'];

/** What the database refused about a vault, by the names its triggers say. @throws the error when it is another */
export function sayWhatIsKept(error: unknown): Refusal {
  const reason = SAID.find((each) => raised(error, each));
  if (reason !== undefined) return new Refusal(reason);
  if (RACES.some((name) => violates(error, name))) return new Refusal('head-moved');
  if (violates(error, 'vault_of')) return new Refusal('vault-exists');
  if (IDS.some((name) => violates(error, name))) return new Refusal('id-taken');
  throw error;
}

const IDS = ['vault_pkey', 'vault_key_pkey', 'vault_slot_pkey', 'vault_comment_pkey'];

export function notFound(): Refusal<GeneralRefusal> {
  return new Refusal('not-found');
}
