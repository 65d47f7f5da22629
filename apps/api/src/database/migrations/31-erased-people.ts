import { StatementsMigration } from './statements-migration';

/**
 * Erasure of a person and of a practice, through named functions of the role without login that sees past the
 * policies. Ids stay where others depend on them; contracts, their events and minutes stay for their time.
 */
export class ErasedPeople1795000000031 extends StatementsMigration {
  readonly name = 'ErasedPeople1795000000031';

  readonly statements = [
    `ALTER TABLE practice ADD COLUMN erased_at timestamptz`,
    `CREATE INDEX member_of_account ON member (account_id)`,

    // What one practice knows of a person, and the account when no other practice knows it. False when there is
    // nobody (left) to erase. The trigger on members keeps the last owner.
    `CREATE FUNCTION erase_member(p_practice uuid, p_member uuid, p_by uuid, p_audit uuid, p_now timestamptz) RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       gone record;
       unsent record;
       own_supervisor uuid;
       nobody text := p_member || '@erased.invalid';
     BEGIN
       SELECT m.account_id, m.email INTO gone FROM member m
       WHERE m.practice_id = p_practice AND m.id = p_member AND m.erased_at IS NULL FOR UPDATE;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       UPDATE member m SET status = 'deactivated', deactivated_at = coalesce(m.deactivated_at, p_now), erased_at = p_now,
         name = '–', email = nobody
       WHERE m.practice_id = p_practice AND m.id = p_member;
       UPDATE supervisor s SET active = false, name = '–', email = nobody, slug = 'erased-' || replace(s.id::text, '-', ''),
         introduction = '{"fr": "", "en": ""}', feed_version = s.feed_version + 1, feed_details = false
       WHERE s.practice_id = p_practice AND s.member_id = p_member
       RETURNING s.id INTO own_supervisor;
       IF own_supervisor IS NOT NULL THEN
         DELETE FROM supervisor_former_slug f WHERE f.practice_id = p_practice AND f.supervisor_id = own_supervisor;
         DELETE FROM blocked_contact b WHERE b.practice_id = p_practice AND b.supervisor_id = own_supervisor;
         UPDATE availability_override o SET label = NULL WHERE o.practice_id = p_practice AND o.supervisor_id = own_supervisor;
         UPDATE appointment a SET title = NULL
         WHERE a.practice_id = p_practice AND a.supervisor_id = own_supervisor AND a.title IS NOT NULL;
       END IF;
       -- Letters that have not left, to them and about what they told as a visitor.
       UPDATE letter l SET state = 'superseded', failure = 'erased'
       WHERE l.practice_id = p_practice AND l.state = 'planned' AND (l.member_id = p_member
         OR l.appointment_id IN (SELECT d.id FROM discovery_call d
           WHERE d.practice_id = p_practice AND lower(d.email) = gone.email AND d.erased_at IS NULL)
         OR (l.recipient = 'supervisor' AND l.appointment_id IN (SELECT a.id FROM appointment a
           WHERE a.practice_id = p_practice AND a.supervisor_id = own_supervisor)));
       UPDATE discovery_call d SET first_name = NULL, last_name = NULL, email = NULL, phone = NULL, words = NULL,
         open = false, erased_at = p_now
       WHERE d.practice_id = p_practice AND lower(d.email) = gone.email AND d.erased_at IS NULL;
       DELETE FROM contract_comment c WHERE c.practice_id = p_practice AND c.member_id = p_member;
       -- A contract that was never proposed is nobody's evidence.
       FOR unsent IN SELECT c.id FROM contract c WHERE c.practice_id = p_practice AND c.coach_member_id = p_member
         AND NOT EXISTS (SELECT 1 FROM contract_text t WHERE t.practice_id = c.practice_id AND t.contract_id = c.id) LOOP
         DELETE FROM letter l WHERE l.practice_id = p_practice AND l.contract_id = unsent.id;
         DELETE FROM contract_comment k WHERE k.practice_id = p_practice AND k.contract_id = unsent.id;
         DELETE FROM contract_event e WHERE e.practice_id = p_practice AND e.contract_id = unsent.id;
         DELETE FROM contract_version v WHERE v.practice_id = p_practice AND v.contract_id = unsent.id;
         DELETE FROM contract c WHERE c.practice_id = p_practice AND c.id = unsent.id;
       END LOOP;
       UPDATE invitation i SET email = i.id || '@erased.invalid', name = '–',
         state = CASE WHEN i.state = 'open' THEN 'withdrawn' ELSE i.state END
       WHERE i.practice_id = p_practice AND (i.member_id = p_member OR i.email = gone.email);
       DELETE FROM session s WHERE s.account_id = gone.account_id AND s.practice_id = p_practice;
       DELETE FROM membership_index x WHERE x.account_id = gone.account_id AND x.practice_id = p_practice;
       IF NOT EXISTS (SELECT 1 FROM membership_index x WHERE x.account_id = gone.account_id) THEN
         PERFORM empty_account(gone.account_id);
       END IF;
       INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'member', p_by, 'member-erased', p_member);
       RETURN true;
     END $$`,
    // An account that nobody can sign in to and that names nobody; its id stays for those who refer to it.
    `CREATE FUNCTION empty_account(p_account uuid) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       DELETE FROM session s WHERE s.account_id = p_account;
       DELETE FROM credential c WHERE c.account_id = p_account;
       DELETE FROM one_time_code o WHERE o.account_id = p_account;
       UPDATE account a SET email = a.id || '@erased.invalid', name = '–' WHERE a.id = p_account;
     END $$`,
    // The person in every practice, all or nothing.
    `CREATE FUNCTION erase_account(p_account uuid, p_audits uuid[], p_now timestamptz) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       own record;
     BEGIN
       FOR own IN SELECT m.practice_id, m.id, row_number() OVER (ORDER BY m.practice_id) AS number FROM member m
         WHERE m.account_id = p_account AND m.erased_at IS NULL ORDER BY m.practice_id LOOP
         PERFORM erase_member(own.practice_id, own.id, own.id, p_audits[own.number], p_now);
       END LOOP;
       PERFORM empty_account(p_account);
     END $$`,

    // Whoever was erased in one practice and works on in another keeps the two apart.
    `CREATE OR REPLACE FUNCTION renew_own_members() RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       person uuid := nullif(current_setting('app.person_id', true), '')::uuid;
     BEGIN
       UPDATE member m SET name = a.name, email = a.email, language = a.language
       FROM account a WHERE a.id = person AND m.account_id = a.id AND m.erased_at IS NULL;
       UPDATE supervisor s SET name = m.name, email = m.email, language = m.language
       FROM member m WHERE m.account_id = person AND m.erased_at IS NULL AND s.practice_id = m.practice_id
         AND s.member_id = m.id;
     END $$`,

    `CREATE FUNCTION practices_to_erase(p_now timestamptz) RETURNS TABLE (practice_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT p.practice_id FROM practice p WHERE p.erasure_due_at <= p_now ORDER BY p.erasure_due_at $$`,
    // Removes at most p_most rows of every table, those first that no other refers to; true when nothing was
    // left but the practice's id and one row that says when. Repeats its condition: taken back is taken back.
    `CREATE FUNCTION erase_practice(p_practice uuid, p_audit uuid, p_now timestamptz, p_most integer) RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       owned record;
       removed bigint;
       complete boolean := true;
       accounts uuid[];
     BEGIN
       PERFORM 1 FROM practice p WHERE p.practice_id = p_practice AND p.erasure_due_at <= p_now FOR UPDATE;
       IF NOT FOUND THEN
         RETURN true;
       END IF;
       DELETE FROM practice_address d WHERE d.practice_id = p_practice;
       DELETE FROM session s WHERE s.practice_id = p_practice;
       DELETE FROM membership_index x WHERE x.practice_id = p_practice;
       FOR round IN 1..12 LOOP
         complete := true;
         FOR owned IN SELECT c.relname AS name FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'practice_id'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
             AND c.relname NOT IN ('practice', 'practice_address', 'session', 'membership_index', 'member')
           ORDER BY c.relname LOOP
           BEGIN
             EXECUTE format('DELETE FROM %1$I WHERE practice_id = $1 AND ctid = ANY (ARRAY(
               SELECT ctid FROM %1$I WHERE practice_id = $1 LIMIT $2))', owned.name) USING p_practice, p_most;
             GET DIAGNOSTICS removed = ROW_COUNT;
             complete := complete AND removed < p_most;
           EXCEPTION WHEN foreign_key_violation THEN
             complete := false;
           END;
         END LOOP;
         EXIT WHEN complete;
       END LOOP;
       IF NOT complete THEN
         RETURN false;
       END IF;
       WITH gone AS (DELETE FROM member m WHERE m.practice_id = p_practice RETURNING m.account_id)
       SELECT array_agg(account_id) INTO accounts FROM gone;
       DELETE FROM account a WHERE a.id = ANY (accounts) AND NOT EXISTS (SELECT 1 FROM member m WHERE m.account_id = a.id);
       UPDATE practice p SET name = '–', motto = '{"fr": "", "en": ""}', allowed_origins = '{}', region = NULL,
         privacy_notice = '{"fr": "", "en": ""}', imprint = '{"fr": "", "en": ""}',
         legal = '{"name": "", "address": "", "siren": "", "vatNumber": "", "insurance": null}',
         erasure_asked_at = NULL, erasure_due_at = NULL, erasure_asked_by = NULL, erased_at = p_now
       WHERE p.practice_id = p_practice;
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'worker', 'practice-erased', p_practice);
       RETURN true;
     END $$`,

    // Whatever belongs to a practice now or later goes with it.
    `GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public TO visavis_system`,
    `REVOKE ALL ON migration FROM visavis_system`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, DELETE ON TABLES TO visavis_system`,
    `GRANT UPDATE ON account, member, supervisor, practice, appointment, discovery_call, letter, invitation,
       availability_override TO visavis_system`,
    ...DEFINERS.map((name) => `ALTER FUNCTION ${name} OWNER TO visavis_system`),
    ...DEFINERS.filter((name) => name !== 'empty_account').map(
      (name) => `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ),
  ];
}

const DEFINERS = [
  'erase_member',
  'empty_account',
  'erase_account',
  'practices_to_erase',
  'erase_practice',
] as const;
