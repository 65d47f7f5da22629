import { closeByMember, closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Vaults: what is sealed in them, who may read which epoch of what, and what cannot happen to it. */
export class CreatedVaults1795000000112 extends StatementsMigration {
  readonly name = 'CreatedVaults1795000000112';

  readonly statements = [
    // The member who asks, for rows that are one person's: the second wall behind every query.
    `CREATE FUNCTION enter_vault(practice uuid, person uuid, member uuid) RETURNS void
     LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_practice(practice, person);
       EXECUTE format('SET LOCAL app.member_id = %L', coalesce(member::text, ''));
     END $$`,
    `REVOKE ALL ON FUNCTION enter_vault FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION enter_vault TO visavis_app`,

    // changes counts what happened in the vault: whoever knows up to where asks for the rest.
    `CREATE TABLE vault (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       owner_id uuid NOT NULL,
       suite text NOT NULL CHECK (suite = 'visavis/1'),
       generation integer NOT NULL CHECK (generation >= 1),
       changes bigint NOT NULL CHECK (changes >= 0),
       opened_at timestamptz NOT NULL,
       set_aside_at timestamptz,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT vault_owner UNIQUE (practice_id, id, owner_id),
       FOREIGN KEY (practice_id, owner_id) REFERENCES member (practice_id, id)) WITH (fillfactor = 80)`,
    `CREATE UNIQUE INDEX vault_of ON vault (practice_id, owner_id) WHERE set_aside_at IS NULL`,
    `CREATE INDEX vault_set_aside ON vault (set_aside_at) WHERE set_aside_at IS NOT NULL`,

    // Public keys. A change is a new row, and what was signed or shared stays with the row it was made with.
    `CREATE TABLE vault_key (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       generation integer NOT NULL CHECK (generation >= 1),
       ed_pub bytea NOT NULL CHECK (length(ed_pub) = 32),
       x_pub bytea NOT NULL CHECK (length(x_pub) = 32),
       xkey_signature bytea NOT NULL CHECK (length(xkey_signature) = 64),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT vault_key_generation UNIQUE (practice_id, vault_id, generation),
       CONSTRAINT vault_key_owner UNIQUE (practice_id, id, owner_id),
       FOREIGN KEY (practice_id, vault_id, owner_id) REFERENCES vault (practice_id, id, owner_id))`,
    `CREATE INDEX vault_key_of ON vault_key (practice_id, owner_id, created_at)`,
    // What only a way into the vault opens.
    `CREATE TABLE vault_generation (
       practice_id uuid NOT NULL,
       vault_id uuid NOT NULL,
       generation integer NOT NULL,
       owner_id uuid NOT NULL,
       nonce bytea NOT NULL CHECK (length(nonce) = 24),
       wrapped bytea NOT NULL CHECK (length(wrapped) = 80),
       previous_nonce bytea CHECK (length(previous_nonce) = 24),
       previous_wrapped bytea CHECK (length(previous_wrapped) = 112),
       PRIMARY KEY (practice_id, vault_id, generation),
       FOREIGN KEY (practice_id, vault_id, owner_id) REFERENCES vault (practice_id, id, owner_id),
       FOREIGN KEY (practice_id, vault_id, generation) REFERENCES vault_key (practice_id, vault_id, generation),
       CONSTRAINT vault_generation_previous CHECK (num_nulls(previous_nonce, previous_wrapped) =
         CASE WHEN generation = 1 THEN 2 ELSE 0 END))`,
    `CREATE TABLE vault_slot (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       type text NOT NULL CHECK (type IN ('passphrase', 'recovery', 'prf')),
       derivation text NOT NULL,
       salt bytea NOT NULL,
       generation integer NOT NULL,
       commitment bytea NOT NULL CHECK (length(commitment) = 32),
       nonce bytea NOT NULL CHECK (length(nonce) = 24),
       wrapped bytea NOT NULL CHECK (length(wrapped) = 48),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       FOREIGN KEY (practice_id, vault_id, owner_id) REFERENCES vault (practice_id, id, owner_id),
       FOREIGN KEY (practice_id, vault_id, generation) REFERENCES vault_generation (practice_id, vault_id, generation),
       CONSTRAINT vault_slot_derivation CHECK (CASE WHEN type = 'passphrase'
         THEN derivation = 'argon2id-64MiB-3-1' AND length(salt) = 16 ELSE derivation = 'hkdf' AND length(salt) = 0 END))`,
    `CREATE INDEX vault_slot_of ON vault_slot (practice_id, vault_id)`,

    // Where an entry stands; the revisions themselves are never touched.
    `CREATE TABLE vault_entry (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       schema text NOT NULL CHECK (${OPEN_CLASSES}),
       epoch integer NOT NULL CHECK (epoch >= 0),
       epoch_closed boolean NOT NULL,
       rev integer NOT NULL CHECK (rev >= 0),
       head_hash bytea CHECK (length(head_hash) = 32),
       head_size integer NOT NULL CHECK (head_size >= 0),
       change bigint NOT NULL,
       saved_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT vault_entry_place UNIQUE (practice_id, id, vault_id, owner_id, schema),
       FOREIGN KEY (practice_id, vault_id, owner_id) REFERENCES vault (practice_id, id, owner_id),
       CONSTRAINT vault_entry_head CHECK ((rev = 0) = (head_hash IS NULL))) WITH (fillfactor = 80)`,
    `CREATE INDEX vault_entry_changed ON vault_entry (practice_id, vault_id, change)`,

    `CREATE TABLE vault_entry_key (
       practice_id uuid NOT NULL,
       entry_id uuid NOT NULL,
       epoch integer NOT NULL CHECK (epoch >= 1),
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       schema text NOT NULL,
       commitment bytea NOT NULL CHECK (length(commitment) = 32),
       generation integer NOT NULL,
       nonce bytea NOT NULL CHECK (length(nonce) = 24),
       wrapped bytea NOT NULL CHECK (length(wrapped) = 48),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, entry_id, epoch),
       CONSTRAINT vault_entry_key_place UNIQUE (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment),
       FOREIGN KEY (practice_id, entry_id, vault_id, owner_id, schema)
         REFERENCES vault_entry (practice_id, id, vault_id, owner_id, schema),
       FOREIGN KEY (practice_id, vault_id, generation) REFERENCES vault_generation (practice_id, vault_id, generation))`,

    // Only added to. Owner and readers stay as they were when it came: a policy reads them, no query needs to.
    `CREATE TABLE vault_revision (
       practice_id uuid NOT NULL,
       entry_id uuid NOT NULL,
       rev integer NOT NULL CHECK (rev >= 1),
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       readers uuid[] NOT NULL,
       schema text NOT NULL,
       epoch integer NOT NULL,
       prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
       hash bytea NOT NULL CHECK (length(hash) = 32),
       commitment bytea NOT NULL,
       key_id uuid NOT NULL,
       nonce bytea NOT NULL CHECK (length(nonce) = 24),
       ciphertext bytea NOT NULL CONSTRAINT vault_revision_size CHECK (${IN_A_BUCKET}),
       signature bytea NOT NULL CHECK (length(signature) = 64),
       saved_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, entry_id, rev),
       CONSTRAINT vault_revision_hash UNIQUE (practice_id, entry_id, hash),
       FOREIGN KEY (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment)
         REFERENCES vault_entry_key (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment),
       FOREIGN KEY (practice_id, key_id, owner_id) REFERENCES vault_key (practice_id, id, owner_id),
       CONSTRAINT vault_revision_first CHECK (rev > 1 OR prev_hash = decode(repeat('00', 32), 'hex')))`,
    // Sealed bytes do not compress: nobody tries.
    `ALTER TABLE vault_revision ALTER COLUMN ciphertext SET STORAGE EXTERNAL`,
    `CREATE INDEX vault_revision_epoch ON vault_revision (practice_id, entry_id, epoch, rev)`,

    // A key of an epoch for one reader, who has a contract in force with the owner. No margin fits in here.
    `CREATE TABLE vault_grant (
       practice_id uuid NOT NULL,
       entry_id uuid NOT NULL,
       epoch integer NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       reader_id uuid NOT NULL CHECK (reader_id <> owner_id),
       contract_id uuid NOT NULL,
       schema text NOT NULL CONSTRAINT vault_grant_class CHECK (schema IN ('journal/1', 'session-shared/1')),
       commitment bytea NOT NULL,
       sender_key_id uuid NOT NULL,
       reader_key_id uuid NOT NULL,
       enc bytea NOT NULL CHECK (length(enc) = 32),
       ciphertext bytea NOT NULL CHECK (length(ciphertext) = 48),
       signature bytea NOT NULL CHECK (length(signature) = 64),
       shared_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, entry_id, epoch, reader_id),
       -- The first release knows one reader at a time.
       CONSTRAINT vault_grant_one UNIQUE (practice_id, entry_id),
       FOREIGN KEY (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment)
         REFERENCES vault_entry_key (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id),
       FOREIGN KEY (practice_id, sender_key_id, owner_id) REFERENCES vault_key (practice_id, id, owner_id),
       FOREIGN KEY (practice_id, reader_key_id, reader_id) REFERENCES vault_key (practice_id, id, owner_id))`,
    `CREATE INDEX vault_grant_reader ON vault_grant (practice_id, reader_id, shared_at)`,
    `CREATE INDEX vault_grant_contract ON vault_grant (practice_id, contract_id)`,
    `CREATE INDEX vault_grant_vault ON vault_grant (practice_id, vault_id)`,

    `CREATE TABLE vault_comment (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       entry_id uuid NOT NULL,
       epoch integer NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       readers uuid[] NOT NULL,
       author_id uuid NOT NULL,
       key_id uuid NOT NULL,
       nonce bytea NOT NULL CHECK (length(nonce) = 24),
       ciphertext bytea NOT NULL CONSTRAINT vault_comment_size CHECK (${IN_A_BUCKET}),
       signature bytea NOT NULL CHECK (length(signature) = 64),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       FOREIGN KEY (practice_id, entry_id, epoch) REFERENCES vault_entry_key (practice_id, entry_id, epoch),
       FOREIGN KEY (practice_id, key_id, author_id) REFERENCES vault_key (practice_id, id, owner_id))`,
    `ALTER TABLE vault_comment ALTER COLUMN ciphertext SET STORAGE EXTERNAL`,
    `CREATE INDEX vault_comment_of ON vault_comment (practice_id, entry_id, epoch, created_at)`,
    `CREATE INDEX vault_comment_by ON vault_comment (practice_id, author_id)`,

    // What is left of an entry its owner took away: that it was the owner.
    `CREATE TABLE vault_tombstone (
       practice_id uuid NOT NULL,
       entry_id uuid NOT NULL,
       vault_id uuid NOT NULL,
       owner_id uuid NOT NULL,
       rev integer NOT NULL CHECK (rev >= 1),
       head_hash bytea NOT NULL CHECK (length(head_hash) = 32),
       signature bytea NOT NULL CHECK (length(signature) = 64),
       change bigint NOT NULL,
       deleted_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, entry_id),
       FOREIGN KEY (practice_id, vault_id, owner_id) REFERENCES vault (practice_id, id, owner_id))`,
    `CREATE INDEX vault_tombstone_changed ON vault_tombstone (practice_id, vault_id, change)`,

    ...ADDED_TO.map(
      (table) =>
        `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,
    ),
    `CREATE TRIGGER vault_grant_stays BEFORE UPDATE ON vault_grant FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,
    `CREATE TRIGGER vault_slot_stays BEFORE UPDATE ON vault_slot FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,

    ...closeByMember('vault', { select: OWN, insert: OWN, update: OWN }),
    // Public: whom one may ask about is the server's affair.
    ...closeByPractice('vault_key', ['select']),
    ...closeByMember('vault_key', { insert: OWN }, false),
    ...closeByMember('vault_generation', { select: OWN, insert: OWN }),
    ...closeByMember('vault_slot', { select: OWN, insert: OWN, delete: OWN }),
    ...closeByMember('vault_entry', { select: OWN, insert: OWN, update: OWN }),
    ...closeByMember('vault_entry_key', { select: OWN, insert: OWN }),
    ...closeByMember('vault_revision', { select: READ, insert: OWN }),
    ...closeByMember('vault_grant', { select: ['owner_id', 'reader_id'], insert: OWN, delete: OWN }),
    ...closeByMember('vault_comment', { select: READ, insert: ['author_id'] }),
    ...closeByMember('vault_tombstone', { select: OWN }),
  ];
}

/** The texts of sessions come in a later release. */
const OPEN_CLASSES = `schema IN ('journal/1', 'margin/1', 'vault-index/1')`;
const IN_A_BUCKET = `length(ciphertext) IN (2064, 4112, 8208, 16400, 32784, 65552, 131088, 262160)`;
const ADDED_TO = [
  'vault_key',
  'vault_generation',
  'vault_entry_key',
  'vault_revision',
  'vault_comment',
  'vault_tombstone',
];
const OWN = ['owner_id'] as const;
const READ = ['owner_id', 'readers'] as const;
