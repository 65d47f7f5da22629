import { StatementsMigration } from './statements-migration';

/** A revision in an epoch that stands is one statement, and what keeps it in order looks at each row once. */
export class SavedWithoutLook1795000000150 extends StatementsMigration {
  readonly name = 'SavedWithoutLook1795000000150';

  readonly statements = [
    // As before: the successor of the head and nothing else; who signed and who reads is read here, not told. The vault
    // is locked first, so whatever did not match is still what it was when it is asked why.
    `CREATE OR REPLACE FUNCTION add_revision() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE
       own record;
       entry record;
     BEGIN
       UPDATE vault v SET changes = v.changes + 1
       WHERE v.practice_id = NEW.practice_id AND v.id = NEW.vault_id AND v.set_aside_at IS NULL
       RETURNING v.changes, v.generation INTO own;
       IF own.changes IS NULL THEN
         RAISE EXCEPTION 'vault-missing';
       END IF;
       UPDATE vault_entry e SET rev = NEW.rev, head_hash = NEW.hash, head_size = length(NEW.ciphertext), epoch = NEW.epoch,
         epoch_closed = false, change = own.changes, saved_at = NEW.saved_at
       FROM vault_entry_key k
       JOIN vault_key y ON y.practice_id = k.practice_id AND y.vault_id = k.vault_id AND y.generation = k.generation
       WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id AND e.vault_id = NEW.vault_id AND e.rev = NEW.rev - 1
         AND coalesce(e.head_hash, decode(repeat('00', 32), 'hex')) = NEW.prev_hash
         AND (e.epoch = NEW.epoch - 1 OR (e.epoch = NEW.epoch AND NOT e.epoch_closed))
         AND k.practice_id = NEW.practice_id AND k.entry_id = NEW.entry_id AND k.epoch = NEW.epoch
         AND k.generation = own.generation
       RETURNING y.id, ARRAY(SELECT g.reader_id FROM vault_grant g WHERE g.practice_id = k.practice_id
         AND g.entry_id = k.entry_id AND g.epoch = k.epoch ORDER BY g.reader_id)
       INTO NEW.key_id, NEW.readers;
       IF FOUND THEN
         RETURN NEW;
       END IF;
       SELECT e.rev, e.head_hash, e.epoch, e.epoch_closed INTO entry FROM vault_entry e
       WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id AND e.vault_id = NEW.vault_id;
       IF NEW.rev IS DISTINCT FROM entry.rev + 1
         OR NEW.prev_hash <> coalesce(entry.head_hash, decode(repeat('00', 32), 'hex')) THEN
         RAISE EXCEPTION 'head-moved';
       END IF;
       IF NEW.epoch NOT BETWEEN entry.epoch AND entry.epoch + 1 THEN
         RAISE EXCEPTION 'epoch-out-of-order';
       END IF;
       IF NEW.epoch = entry.epoch AND entry.epoch_closed THEN
         RAISE EXCEPTION 'epoch-closed';
       END IF;
       RAISE EXCEPTION 'generation-moved';
     END $$`,

    // Revisions of one vault in the epochs that stand, in the order they came. p_key verified their signatures and must be
    // the one that signs there.
    `CREATE FUNCTION append_in_epoch(p_practice uuid, p_person uuid, p_member uuid, p_vault uuid, p_key uuid,
       p_entries uuid[], p_schemas text[], p_epochs integer[], p_revs integer[], p_prev_hashes bytea[], p_hashes bytea[],
       p_commitments bytea[], p_nonces bytea[], p_ciphertexts bytea[], p_signatures bytea[], p_saved timestamptz[])
     RETURNS void
     LANGUAGE plpgsql AS $$
     DECLARE
       others integer;
     BEGIN
       PERFORM enter_vault(p_practice, p_person, p_member);
       PERFORM 1 FROM member m WHERE m.practice_id = p_practice AND m.id = p_member AND m.status = 'active'
         AND (m.roles && ARRAY['owner', 'supervisor'] OR EXISTS (SELECT 1 FROM contract c WHERE c.practice_id = p_practice
           AND c.coach_member_id = p_member AND c.state IN ('active', 'suspended', 'notice-given')));
       IF NOT FOUND THEN
         IF writes_until(p_practice, p_member) <= p_saved[1] THEN
           RAISE EXCEPTION 'vault-closed';
         END IF;
       END IF;
       WITH kept AS (
         INSERT INTO vault_revision (practice_id, entry_id, rev, vault_id, owner_id, schema, epoch, prev_hash, hash, commitment,
           nonce, ciphertext, signature, saved_at)
         SELECT p_practice, r.entry, r.rev, p_vault, p_member, r.schema, r.epoch, r.prev_hash, r.hash, r.commitment, r.nonce,
           r.ciphertext, r.signature, r.saved
         FROM unnest(p_entries, p_schemas, p_epochs, p_revs, p_prev_hashes, p_hashes, p_commitments, p_nonces, p_ciphertexts,
           p_signatures, p_saved) AS r(entry, schema, epoch, rev, prev_hash, hash, commitment, nonce, ciphertext, signature, saved)
         RETURNING key_id)
       SELECT count(*) INTO others FROM kept k WHERE k.key_id <> p_key;
       IF others > 0 THEN
         RAISE EXCEPTION 'generation-moved';
       END IF;
     END $$`,
    `REVOKE ALL ON FUNCTION append_in_epoch FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION append_in_epoch TO visavis_app`,
  ];
}
