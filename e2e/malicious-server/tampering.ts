import { forgeIdentity } from './forge-identity.ts';

/** What an operator could try without a key: each bends answers that are right into wrong ones of the right shape. */
export const TAMPERINGS = [
  'swap-texts', // the sealed texts of two entries change places
  'swap-heads', // an entry is answered with another one's newest revision
  'roll-back', // entries as they stood when the proxy first saw them
  'hide-entry', // an entry is gone, without its owner's signature
  'empty-texts', // sealed texts of no bytes
  'empty-bodies', // 200 with nothing in it
  'lower-derivation', // a cheaper way from the passphrase to its key
  'substitute-own-keys', // the owner's public keys are the operator's
  'substitute-reader-keys', // a reader's public keys are the operator's
  'replay-grant', // a reader who was taken away is still listed, with the grant that was taken back
  'flip-class', // a margin is said to be an entry of the journal
] as const;
export type Tampering = (typeof TAMPERINGS)[number];

type Json = Record<string, unknown>;
interface Entry extends Json {
  readonly entryId: string;
  readonly schema: string;
  readonly epochClosed: boolean;
  readonly grants: readonly unknown[];
  readonly head: Json;
}

/** Entries as they were first seen, and with the grants they had, by id. */
const firstSeen = new Map<string, Entry>();
const shared = new Map<string, Entry>();

/** The answer as the operator would like it; the same when there is nothing to bend. */
export function bend(how: Tampering | null, method: string, path: string, straight: unknown): unknown {
  if (method !== 'GET' || !isObject(straight)) return straight;
  const { pathname } = new URL(path, 'http://proxy');
  if (pathname === '/api/vault/entries') return bendEntries(how, straight);
  if (/^\/api\/vault\/entries\/[^/]+$/.test(pathname)) return bendEntry(how, straight);
  if (how === 'empty-bodies') return {};
  if (pathname === '/api/vault') return bendVault(how, straight);
  if (pathname === '/api/vault/people' && how === 'substitute-reader-keys')
    return { ...straight, people: (straight['people'] as Json[]).map(withForgedKeys) };
  return straight;
}

function bendEntries(how: Tampering | null, page: Json): unknown {
  const entries = page['entries'] as Entry[];
  entries.forEach(remember);
  if (how === 'empty-bodies') return {};
  if (how === 'hide-entry') return { ...page, entries: entries.filter((each) => !isJournal(each)) };
  return { ...page, entries: bendAll(how, entries) };
}

function bendEntry(how: Tampering | null, answer: Json): unknown {
  const entry = answer['entry'] as Entry | null;
  if (entry === null) return answer;
  remember(entry);
  if (how === 'empty-bodies') return {};
  if (how === 'hide-entry') return { ...answer, entry: null };
  return { ...answer, entry: bendAll(how, [entry])[0] };
}

function bendAll(how: Tampering | null, entries: Entry[]): Entry[] {
  const journal = entries.filter(isJournal);
  switch (how) {
    case 'swap-texts':
      return turned(entries, journal, (entry, other) => ({
        ...entry,
        head: { ...entry.head, nonce: other.head['nonce'], ciphertext: other.head['ciphertext'] },
      }));
    case 'swap-heads':
      return turned(entries, journal, (entry, other) => ({ ...entry, head: other.head }));
    case 'roll-back':
      return entries.map((entry) => firstSeen.get(entry.entryId) ?? entry);
    case 'empty-texts':
      return entries.map((entry) => ({ ...entry, head: { ...entry.head, ciphertext: '' } }));
    case 'replay-grant':
      return entries.map((entry) => replayed(entry));
    case 'flip-class':
      return entries.map((entry) =>
        entry.schema === 'margin/1' ? { ...entry, schema: 'journal/1' } : entry,
      );
    default:
      return entries;
  }
}

/** Each entry of the journal, bent with the help of the one after it. */
function turned(entries: Entry[], journal: Entry[], turn: (entry: Entry, other: Entry) => Entry): Entry[] {
  return entries.map((entry) => {
    const other = journal[(journal.indexOf(entry) + 1) % journal.length];
    return isJournal(entry) && other && other !== entry ? turn(entry, other) : entry;
  });
}

/** The grants of before beside the text of now. */
function replayed(entry: Entry): Entry {
  const before = shared.get(entry.entryId);
  return before && entry.grants.length === 0 ? { ...entry, grants: before.grants } : entry;
}

function bendVault(how: Tampering | null, answer: Json): unknown {
  const vault = answer['vault'] as (Json & { slots: Json[]; identity: Json }) | null;
  if (vault === null) return answer;
  if (how === 'lower-derivation')
    return {
      ...answer,
      vault: {
        ...vault,
        slots: vault.slots.map((slot) =>
          slot['type'] === 'passphrase' ? { ...slot, derivation: 'argon2id-1MiB-1-1' } : slot,
        ),
      },
    };
  if (how === 'substitute-own-keys') {
    const forged = forgeIdentity(String(vault.identity['userId']));
    return { ...answer, vault: { ...vault, identity: { ...vault.identity, ...forged } } };
  }
  return answer;
}

function withForgedKeys(person: Json): Json {
  const keys = person['keys'] as Json | null;
  return keys === null ? person : { ...person, keys: { ...keys, ...forgeIdentity(String(keys['userId'])) } };
}

function remember(entry: Entry): void {
  if (!firstSeen.has(entry.entryId)) firstSeen.set(entry.entryId, entry);
  if (entry.grants.length > 0) shared.set(entry.entryId, entry);
}

function isJournal({ schema }: Entry): boolean {
  return schema === 'journal/1';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
