import { StatementsMigration } from './statements-migration';

/** Saving in one round trip, deleting through one function, and what ends with contracts, people and time. */
export class WroteInVaults1795000000114 extends StatementsMigration {
  readonly name = 'WroteInVaults1795000000114';

  readonly statements = [
    // Until when a member may write: null without an end. An end is twelve months after the last contract of a coach,
    // or after the member was deactivated.
    `CREATE FUNCTION writes_until(p_practice uuid, p_member uuid) RETURNS timestamptz
     LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
       SELECT CASE
         WHEN m.status <> 'active' THEN m.deactivated_at + interval '12 months'
         WHEN m.roles && ARRAY['owner', 'supervisor'] OR bool_or(c.state IN ('active', 'suspended', 'notice-given')) THEN NULL
         ELSE max(c.closed_at) FILTER (WHERE c.concluded_at IS NOT NULL) + interval '12 months' END
       FROM member m
       LEFT JOIN contract c ON c.practice_id = m.practice_id AND c.coach_member_id = m.id
       WHERE m.practice_id = p_practice AND m.id = p_member
       GROUP BY m.status, m.deactivated_at, m.roles $$`,

    // Where the owner's entry stands, with the key that signs in the epoch asked about. One row for every member; without
    // a vault its id is null. known_rev: this very revision is there already.
    `CREATE FUNCTION read_head(p_practice uuid, p_person uuid, p_member uuid, p_entry uuid, p_hash bytea)
     RETURNS TABLE (vault_id uuid, generation integer, key_id uuid, ed_pub bytea, writes_until timestamptz, deleted boolean,
       schema text, rev integer, head_hash bytea, epoch integer, epoch_closed boolean, epoch_generation integer,
       commitment bytea, known_rev integer, known_at timestamptz)
     LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_vault(p_practice, p_person, p_member);
       RETURN QUERY
       SELECT v.id, v.generation, y.id, y.ed_pub, writes_until(p_practice, p_member),
         EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.practice_id = p_practice AND t.entry_id = p_entry),
         e.schema, e.rev, e.head_hash, e.epoch, e.epoch_closed, k.generation, k.commitment, r.rev, r.saved_at
       FROM (SELECT 1) AS asked
       LEFT JOIN vault v ON v.practice_id = p_practice AND v.owner_id = p_member AND v.set_aside_at IS NULL
       LEFT JOIN vault_key y ON y.practice_id = p_practice AND y.vault_id = v.id AND y.generation = v.generation
       LEFT JOIN vault_entry e ON e.practice_id = p_practice AND e.id = p_entry AND e.vault_id = v.id
       LEFT JOIN vault_entry_key k ON k.practice_id = p_practice AND k.entry_id = e.id AND k.epoch = e.epoch
       LEFT JOIN vault_revision r ON r.practice_id = p_practice AND r.entry_id = e.id AND r.hash = p_hash;
     END $$`,

    // Locks contract, vault and entry, in this order; the triggers have the last word.
    `CREATE FUNCTION append_revision(p_practice uuid, p_person uuid, p_member uuid, p_vault uuid, p_entry uuid, p_schema text,
       p_epoch integer, p_rev integer, p_prev_hash bytea, p_hash bytea, p_commitment bytea, p_nonce bytea, p_ciphertext bytea,
       p_signature bytea, p_now timestamptz, p_key_generation integer, p_key_nonce bytea, p_key_wrapped bytea,
       p_reader uuid, p_contract uuid, p_reader_key uuid, p_enc bytea, p_grant bytea, p_grant_signature bytea) RETURNS void
     LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_vault(p_practice, p_person, p_member);
       IF p_contract IS NOT NULL THEN
         PERFORM 1 FROM contract c WHERE c.practice_id = p_practice AND c.id = p_contract FOR SHARE;
       END IF;
       PERFORM 1 FROM vault v WHERE v.practice_id = p_practice AND v.id = p_vault AND v.owner_id = p_member FOR UPDATE;
       IF EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.practice_id = p_practice AND t.entry_id = p_entry) THEN
         RAISE EXCEPTION 'entry-deleted';
       END IF;
       IF p_rev = 1 THEN
         INSERT INTO vault_entry (practice_id, id, vault_id, owner_id, schema, epoch, epoch_closed, rev, head_size, change, saved_at)
         VALUES (p_practice, p_entry, p_vault, p_member, p_schema, 0, false, 0, 0, 0, p_now) ON CONFLICT DO NOTHING;
         PERFORM 1 FROM vault_entry e WHERE e.practice_id = p_practice AND e.id = p_entry AND e.vault_id = p_vault;
         IF NOT FOUND THEN
           RAISE EXCEPTION 'id-taken';
         END IF;
       END IF;
       IF p_key_wrapped IS NOT NULL THEN
         INSERT INTO vault_entry_key (practice_id, entry_id, epoch, vault_id, owner_id, schema, commitment, generation, nonce,
           wrapped, created_at)
         VALUES (p_practice, p_entry, p_epoch, p_vault, p_member, p_schema, p_commitment, p_key_generation, p_key_nonce,
           p_key_wrapped, p_now);
         DELETE FROM vault_grant g WHERE g.practice_id = p_practice AND g.entry_id = p_entry AND g.owner_id = p_member;
         IF p_reader IS NOT NULL THEN
           INSERT INTO vault_grant (practice_id, entry_id, epoch, vault_id, owner_id, reader_id, contract_id, schema,
             commitment, reader_key_id, enc, ciphertext, signature, shared_at)
           VALUES (p_practice, p_entry, p_epoch, p_vault, p_member, p_reader, p_contract, p_schema, p_commitment, p_reader_key,
             p_enc, p_grant, p_grant_signature, p_now);
         END IF;
       END IF;
       INSERT INTO vault_revision (practice_id, entry_id, rev, vault_id, owner_id, schema, epoch, prev_hash, hash, commitment,
         nonce, ciphertext, signature, saved_at)
       VALUES (p_practice, p_entry, p_rev, p_vault, p_member, p_schema, p_epoch, p_prev_hash, p_hash, p_commitment, p_nonce,
         p_ciphertext, p_signature, p_now);
     END $$`,
    ...['writes_until', 'read_head', 'append_revision'].flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),

    // The one way to delete: the member who has entered, their own entry, at its head. The signature was verified; it
    // stays. Saying it again changes nothing.
    `CREATE FUNCTION delete_entry(p_practice uuid, p_entry uuid, p_rev integer, p_head_hash bytea, p_signature bytea,
       p_now timestamptz) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       member uuid := nullif(current_setting('app.member_id', true), '')::uuid;
       own record;
       entry record;
     BEGIN
       IF p_practice IS DISTINCT FROM nullif(current_setting('app.practice_id', true), '')::uuid THEN
         RAISE EXCEPTION 'not-found';
       END IF;
       UPDATE vault v SET changes = v.changes + 1
       WHERE v.practice_id = p_practice AND v.owner_id = member AND v.set_aside_at IS NULL RETURNING v.id, v.changes INTO own;
       IF EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.practice_id = p_practice AND t.entry_id = p_entry
         AND t.vault_id = own.id AND t.rev = p_rev AND t.head_hash = p_head_hash) THEN
         RETURN;
       END IF;
       SELECT e.rev, e.head_hash INTO entry FROM vault_entry e
       WHERE e.practice_id = p_practice AND e.id = p_entry AND e.vault_id = own.id FOR UPDATE;
       IF entry.rev IS NULL THEN
         RAISE EXCEPTION 'not-found';
       END IF;
       IF entry.rev <> p_rev OR entry.head_hash <> p_head_hash THEN
         RAISE EXCEPTION 'head-moved';
       END IF;
       PERFORM remove_entries(p_practice, ARRAY[p_entry]);
       INSERT INTO vault_tombstone (practice_id, entry_id, vault_id, owner_id, rev, head_hash, signature, change, deleted_at)
       VALUES (p_practice, p_entry, own.id, member, p_rev, p_head_hash, p_signature, own.changes, p_now);
     END $$`,
    `CREATE FUNCTION remove_entries(p_practice uuid, p_entries uuid[]) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       DELETE FROM vault_comment c WHERE c.practice_id = p_practice AND c.entry_id = ANY (p_entries);
       DELETE FROM vault_grant g WHERE g.practice_id = p_practice AND g.entry_id = ANY (p_entries);
       DELETE FROM vault_revision r WHERE r.practice_id = p_practice AND r.entry_id = ANY (p_entries);
       DELETE FROM vault_entry_key k WHERE k.practice_id = p_practice AND k.entry_id = ANY (p_entries);
       DELETE FROM vault_entry e WHERE e.practice_id = p_practice AND e.id = ANY (p_entries);
     END $$`,
    // What a contract opened closes with it. Vaults first, as everywhere.
    `CREATE FUNCTION end_grants(p_practice uuid, p_contract uuid) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM 1 FROM vault v WHERE v.practice_id = p_practice AND v.id IN (SELECT g.vault_id FROM vault_grant g
         WHERE g.practice_id = p_practice AND g.contract_id = p_contract) ORDER BY v.id FOR UPDATE;
       DELETE FROM vault_grant g WHERE g.practice_id = p_practice AND g.contract_id = p_contract;
     END $$`,

    // Everything sealed of one vault. Public keys stay as long as a comment elsewhere was signed with them.
    `CREATE FUNCTION remove_vault(p_practice uuid, p_vault uuid) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM remove_entries(p_practice, ARRAY(SELECT e.id FROM vault_entry e
         WHERE e.practice_id = p_practice AND e.vault_id = p_vault));
       DELETE FROM vault_tombstone t WHERE t.practice_id = p_practice AND t.vault_id = p_vault;
       DELETE FROM vault_slot s WHERE s.practice_id = p_practice AND s.vault_id = p_vault;
       DELETE FROM vault_generation g WHERE g.practice_id = p_practice AND g.vault_id = p_vault;
       DELETE FROM vault_key k WHERE k.practice_id = p_practice AND k.vault_id = p_vault
         AND NOT EXISTS (SELECT 1 FROM vault_comment c WHERE c.practice_id = p_practice AND c.key_id = k.id)
         AND NOT EXISTS (SELECT 1 FROM vault_grant g WHERE g.practice_id = p_practice AND g.reader_key_id = k.id);
       DELETE FROM vault v WHERE v.practice_id = p_practice AND v.id = p_vault
         AND NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.practice_id = p_practice AND k.vault_id = p_vault);
     END $$`,
    `CREATE FUNCTION vaults_to_erase(p_set_aside_before timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, vault_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT v.practice_id, v.id FROM vault v WHERE v.set_aside_at <= p_set_aside_before
         AND EXISTS (SELECT 1 FROM vault_generation g WHERE g.practice_id = v.practice_id AND g.vault_id = v.id)
       ORDER BY v.set_aside_at LIMIT p_most $$`,
    `CREATE FUNCTION erase_vault(p_practice uuid, p_vault uuid, p_set_aside_before timestamptz, p_audit uuid, p_now timestamptz)
     RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM 1 FROM vault v WHERE v.practice_id = p_practice AND v.id = p_vault AND v.set_aside_at <= p_set_aside_before
       FOR UPDATE;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       PERFORM remove_vault(p_practice, p_vault);
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'worker', 'vault-erased', p_vault);
       RETURN true;
     END $$`,
    // Counts and dates only: the owner of a practice sees no vault.
    `CREATE FUNCTION vaults_set_aside(p_practice uuid) RETURNS TABLE (set_aside_at timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT v.set_aside_at FROM vault v WHERE v.practice_id = p_practice AND v.set_aside_at IS NOT NULL
         AND EXISTS (SELECT 1 FROM vault_generation g WHERE g.practice_id = v.practice_id AND g.vault_id = v.id) $$`,

    // Whoever is erased takes along what only they could read, their comments, and what was opened to them.
    `CREATE FUNCTION erase_vaults_of() RETURNS trigger
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       own record;
     BEGIN
       PERFORM 1 FROM vault v WHERE v.practice_id = NEW.practice_id AND (v.owner_id = NEW.id OR v.id IN (SELECT g.vault_id
         FROM vault_grant g WHERE g.practice_id = NEW.practice_id AND g.reader_id = NEW.id)) ORDER BY v.id FOR UPDATE;
       DELETE FROM vault_grant g WHERE g.practice_id = NEW.practice_id AND g.reader_id = NEW.id;
       DELETE FROM vault_comment c WHERE c.practice_id = NEW.practice_id AND c.author_id = NEW.id;
       FOR own IN SELECT v.id FROM vault v WHERE v.practice_id = NEW.practice_id AND v.owner_id = NEW.id LOOP
         PERFORM remove_vault(NEW.practice_id, own.id);
       END LOOP;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER member_takes_vault AFTER UPDATE OF erased_at ON member FOR EACH ROW
       WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION erase_vaults_of()`,

    `GRANT UPDATE ON vault, vault_entry TO visavis_system`,
    `GRANT INSERT ON vault_tombstone, audit_event TO visavis_system`,
    ...[...FOR_THE_APPLICATION, 'remove_entries', 'remove_vault', 'erase_vaults_of'].flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
    ]),
    ...FOR_THE_APPLICATION.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`),
  ];
}

const FOR_THE_APPLICATION = [
  'delete_entry',
  'end_grants',
  'vaults_to_erase',
  'erase_vault',
  'vaults_set_aside',
];
