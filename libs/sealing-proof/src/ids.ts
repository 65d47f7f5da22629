import { refuse } from './proof-refusal';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids enter hashes as lower-case text. Another spelling of one id would be another hash, so it is refused. */
export function requireId(id: string): string {
  if (!UUID.test(id)) throw refuse('id-malformed');
  return id;
}
