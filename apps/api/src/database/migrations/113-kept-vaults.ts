import { StatementsMigration } from './statements-migration';

/** What cannot happen to a vault, whoever tries: heads, epochs, readers and slots are kept by the database itself. */
export class KeptVaults1795000000113 extends StatementsMigration {
  readonly name = 'KeptVaults1795000000113';

  readonly statements = [
    `CREATE FUNCTION keep_vault() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF (NEW.practice_id, NEW.id, NEW.owner_id, NEW.suite, NEW.opened_at) IS DISTINCT FROM
          (OLD.practice_id, OLD.id, OLD.owner_id, OLD.suite, OLD.opened_at)
         OR NEW.generation NOT BETWEEN OLD.generation AND OLD.generation + 1 OR NEW.changes < OLD.changes
         OR (OLD.set_aside_at IS NOT NULL AND NEW.set_aside_at IS DISTINCT FROM OLD.set_aside_at) THEN
         RAISE EXCEPTION 'a vault stays what it is' USING ERRCODE = '42501';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER vault_stays BEFORE UPDATE ON vault FOR EACH ROW EXECUTE FUNCTION keep_vault()`,

    // Two ways in at least, one of them on paper: losing all of them is losing everything.
    `CREATE FUNCTION keep_enough_slots() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF current_user <> 'visavis_system' AND EXISTS (SELECT 1 FROM (SELECT DISTINCT practice_id, vault_id FROM gone) g
         WHERE (SELECT count(*) < 2 OR NOT coalesce(bool_or(s.type = 'recovery'), false) FROM vault_slot s
           WHERE s.practice_id = g.practice_id AND s.vault_id = g.vault_id)) THEN
         RAISE EXCEPTION 'too-few-slots';
       END IF;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER vault_slot_enough AFTER DELETE ON vault_slot REFERENCING OLD TABLE AS gone
       FOR EACH STATEMENT EXECUTE FUNCTION keep_enough_slots()`,

    // An entry begins empty, and only a revision moves its head: nobody writes where it stands.
    `CREATE FUNCTION keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'INSERT' THEN
         IF NEW.rev = 0 AND NEW.epoch = 0 AND NOT NEW.epoch_closed THEN
           RETURN NEW;
         END IF;
       ELSIF (NEW.practice_id, NEW.id, NEW.vault_id, NEW.owner_id, NEW.schema) IS NOT DISTINCT FROM
          (OLD.practice_id, OLD.id, OLD.vault_id, OLD.owner_id, OLD.schema) AND NEW.change >= OLD.change
         AND (pg_trigger_depth() > 1 OR (NEW.rev, NEW.head_hash, NEW.head_size, NEW.epoch, NEW.saved_at) IS NOT DISTINCT FROM
           (OLD.rev, OLD.head_hash, OLD.head_size, OLD.epoch, OLD.saved_at) AND (NEW.epoch_closed OR NOT OLD.epoch_closed)) THEN
         RETURN NEW;
       END IF;
       RAISE EXCEPTION 'only a revision moves an entry' USING ERRCODE = '42501';
     END $$`,
    `CREATE TRIGGER vault_entry_stays BEFORE INSERT OR UPDATE ON vault_entry FOR EACH ROW EXECUTE FUNCTION keep_entry()`,

    // Epochs follow one another, each opened under the generation that is in force.
    `CREATE FUNCTION open_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.epoch IS DISTINCT FROM (SELECT e.epoch + 1 FROM vault_entry e
         WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id FOR UPDATE) THEN
         RAISE EXCEPTION 'epoch-out-of-order';
       END IF;
       IF NEW.generation IS DISTINCT FROM (SELECT v.generation FROM vault v
         WHERE v.practice_id = NEW.practice_id AND v.id = NEW.vault_id AND v.set_aside_at IS NULL) THEN
         RAISE EXCEPTION 'generation-moved';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER vault_entry_key_opens BEFORE INSERT ON vault_entry_key FOR EACH ROW EXECUTE FUNCTION open_epoch()`,

    // The successor of the head and nothing else. Who signed and who reads is read here, not told.
    `CREATE FUNCTION add_revision() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE
       own record;
       entry record;
       key record;
     BEGIN
       UPDATE vault v SET changes = v.changes + 1
       WHERE v.practice_id = NEW.practice_id AND v.id = NEW.vault_id AND v.set_aside_at IS NULL
       RETURNING v.changes, v.generation INTO own;
       IF own.changes IS NULL THEN
         RAISE EXCEPTION 'vault-missing';
       END IF;
       SELECT e.rev, e.head_hash, e.epoch, e.epoch_closed INTO entry FROM vault_entry e
       WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id AND e.vault_id = NEW.vault_id FOR UPDATE;
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
       SELECT k.generation, y.id INTO key FROM vault_entry_key k
       JOIN vault_key y ON y.practice_id = k.practice_id AND y.vault_id = k.vault_id AND y.generation = k.generation
       WHERE k.practice_id = NEW.practice_id AND k.entry_id = NEW.entry_id AND k.epoch = NEW.epoch;
       IF key.generation IS DISTINCT FROM own.generation THEN
         RAISE EXCEPTION 'generation-moved';
       END IF;
       NEW.key_id := key.id;
       NEW.readers := ARRAY(SELECT g.reader_id FROM vault_grant g
         WHERE g.practice_id = NEW.practice_id AND g.entry_id = NEW.entry_id AND g.epoch = NEW.epoch ORDER BY g.reader_id);
       UPDATE vault_entry e SET rev = NEW.rev, head_hash = NEW.hash, head_size = length(NEW.ciphertext), epoch = NEW.epoch,
         epoch_closed = false, change = own.changes, saved_at = NEW.saved_at
       WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER vault_revision_follows BEFORE INSERT ON vault_revision FOR EACH ROW EXECUTE FUNCTION add_revision()`,

    // Readers come with a new epoch, with the keys they have now, under a contract in force.
    `CREATE FUNCTION begin_grant() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.epoch IS DISTINCT FROM (SELECT e.epoch + 1 FROM vault_entry e
         WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id FOR UPDATE) THEN
         RAISE EXCEPTION 'epoch-out-of-order';
       END IF;
       PERFORM 1 FROM contract c JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
       WHERE c.practice_id = NEW.practice_id AND c.id = NEW.contract_id AND c.state IN ('active', 'suspended', 'notice-given')
         AND ((s.member_id = NEW.owner_id AND c.coach_member_id = NEW.reader_id)
           OR (s.member_id = NEW.reader_id AND c.coach_member_id = NEW.owner_id))
       FOR SHARE OF c;
       IF NOT FOUND THEN
         RAISE EXCEPTION 'not-found';
       END IF;
       IF NEW.reader_key_id IS DISTINCT FROM (SELECT k.key_id FROM keys_in_force(NEW.practice_id, ARRAY[NEW.reader_id]) k) THEN
         RAISE EXCEPTION 'reader-key-wrong';
       END IF;
       NEW.sender_key_id := (SELECT y.id FROM vault_entry_key k
         JOIN vault_key y ON y.practice_id = k.practice_id AND y.vault_id = k.vault_id AND y.generation = k.generation
         WHERE k.practice_id = NEW.practice_id AND k.entry_id = NEW.entry_id AND k.epoch = NEW.epoch);
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER vault_grant_begins BEFORE INSERT ON vault_grant FOR EACH ROW EXECUTE FUNCTION begin_grant()`,
    // Whoever takes a grant away, its epoch takes no further revision.
    `CREATE FUNCTION close_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE
       now_at bigint;
     BEGIN
       UPDATE vault v SET changes = v.changes + 1 WHERE v.practice_id = OLD.practice_id AND v.id = OLD.vault_id
       RETURNING v.changes INTO now_at;
       UPDATE vault_entry e SET epoch_closed = true, change = now_at
       WHERE e.practice_id = OLD.practice_id AND e.id = OLD.entry_id AND e.epoch = OLD.epoch;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER vault_grant_ends AFTER DELETE ON vault_grant FOR EACH ROW EXECUTE FUNCTION close_epoch()`,

    // The owner in the current epoch, or whoever may read it now. Where it belongs is read from what they can see.
    `CREATE FUNCTION place_comment() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE
       place record;
     BEGIN
       SELECT r.vault_id, r.owner_id, r.readers INTO place FROM vault_revision r
       WHERE r.practice_id = NEW.practice_id AND r.entry_id = NEW.entry_id AND r.epoch = NEW.epoch ORDER BY r.rev LIMIT 1;
       IF place.owner_id IS NULL
         OR (place.owner_id = NEW.author_id AND NOT EXISTS (SELECT 1 FROM vault_entry e
           WHERE e.practice_id = NEW.practice_id AND e.id = NEW.entry_id AND e.epoch = NEW.epoch))
         OR (place.owner_id <> NEW.author_id AND NOT EXISTS (SELECT 1 FROM vault_grant g
           JOIN contract c ON c.practice_id = g.practice_id AND c.id = g.contract_id
           WHERE g.practice_id = NEW.practice_id AND g.entry_id = NEW.entry_id AND g.epoch = NEW.epoch
             AND g.reader_id = NEW.author_id AND c.state IN ('active', 'suspended', 'notice-given'))) THEN
         RAISE EXCEPTION 'not-found';
       END IF;
       NEW.vault_id := place.vault_id;
       NEW.owner_id := place.owner_id;
       NEW.readers := place.readers;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER vault_comment_belongs BEFORE INSERT ON vault_comment FOR EACH ROW EXECUTE FUNCTION place_comment()`,
    ...TRIGGERS.map((name) => `REVOKE ALL ON FUNCTION ${name}() FROM PUBLIC`),

    // Ids of the public keys that members of a practice have now; none for who has no vault.
    `CREATE FUNCTION keys_in_force(p_practice uuid, p_members uuid[]) RETURNS TABLE (member_id uuid, key_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT v.owner_id, k.id FROM vault v
       JOIN vault_key k ON k.practice_id = v.practice_id AND k.vault_id = v.id AND k.generation = v.generation
       WHERE v.practice_id = p_practice AND v.owner_id = ANY (p_members) AND v.set_aside_at IS NULL $$`,
    `ALTER FUNCTION keys_in_force OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION keys_in_force TO visavis_app`,
  ];
}

const TRIGGERS = [
  'keep_vault',
  'keep_enough_slots',
  'keep_entry',
  'open_epoch',
  'add_revision',
  'begin_grant',
  'close_epoch',
  'place_comment',
];
