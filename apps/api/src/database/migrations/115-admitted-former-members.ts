import { StatementsMigration } from './statements-migration';

/**
 * Whoever was deactivated and has a vault comes back to it for twelve months: to read, to write for themselves, to take
 * it along or to delete it. Nothing else of the practice is theirs any more.
 */
export class AdmittedFormerMembers1795000000115 extends StatementsMigration {
  readonly name = 'AdmittedFormerMembers1795000000115';

  readonly statements = [
    // Ids, and until when; the practice that was left last before the others.
    `CREATE FUNCTION former_practices(p_account uuid, p_now timestamptz)
     RETURNS TABLE (practice_id uuid, member_id uuid, until timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT m.practice_id, m.id, m.deactivated_at + interval '12 months' FROM member m
       JOIN membership_index x ON x.account_id = m.account_id AND x.practice_id = m.practice_id
       JOIN vault v ON v.practice_id = m.practice_id AND v.owner_id = m.id AND v.set_aside_at IS NULL
       WHERE m.account_id = p_account AND m.status = 'deactivated' AND m.erased_at IS NULL
         AND m.deactivated_at + interval '12 months' > p_now
       ORDER BY m.deactivated_at DESC, m.practice_id $$`,
    `REVOKE ALL ON FUNCTION former_practices FROM PUBLIC`,
    `ALTER FUNCTION former_practices OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION former_practices TO visavis_app`,

    // As before; whoever is active nowhere gets where they left a vault.
    `CREATE OR REPLACE FUNCTION open_session(p_id uuid, p_account uuid, p_token_hash bytea, p_browser text, p_system text,
       p_passkey boolean, p_now timestamptz, p_until timestamptz, p_waiting_until timestamptz) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       first_practice uuid;
       kinds text[];
       waits boolean;
     BEGIN
       PERFORM enter_practice(NULL, p_account);
       SELECT p.practice_id INTO first_practice FROM practices_of(p_account) p LIMIT 1;
       IF first_practice IS NULL THEN
         SELECT f.practice_id INTO first_practice FROM former_practices(p_account, p_now) f LIMIT 1;
       END IF;
       IF first_practice IS NULL THEN
         RETURN NULL;
       END IF;
       kinds := ARRAY(SELECT DISTINCT c.kind FROM credential c
         WHERE c.account_id = p_account AND c.kind <> 'password' AND NOT c.waiting);
       waits := NOT p_passkey AND kinds && ARRAY['totp', 'passkey'];
       INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, proven_at,
         proven_by, created_at, last_seen_at, expires_at)
       VALUES (p_id, p_account, first_practice, p_token_hash, p_browser, p_system,
         CASE WHEN p_passkey THEN p_now END, CASE WHEN p_passkey THEN p_now END, CASE WHEN p_passkey THEN 'passkey' END,
         p_now, p_now, CASE WHEN waits THEN p_waiting_until ELSE p_until END);
       RETURN json_build_object('waits', waits, 'kinds', kinds);
     END $$`,

    // As before. A former member has no role; heldRoles are those whose second factor they still need.
    `CREATE OR REPLACE FUNCTION recognise_session(p_token_hash bytea, p_now timestamptz, p_idle interval, p_touch interval)
     RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       found_session record;
       found_member record;
       own_session record;
     BEGIN
       SELECT * INTO found_session FROM find_session(p_token_hash, p_now, p_idle);
       IF found_session.session_id IS NULL THEN
         RETURN NULL;
       END IF;
       PERFORM enter_practice(found_session.practice_id, found_session.account_id);
       SELECT m.roles, m.status, s.id AS supervisor_id INTO found_member FROM member m
       LEFT JOIN supervisor s ON s.practice_id = m.practice_id AND s.member_id = m.id AND 'supervisor' = ANY (m.roles)
         AND m.status = 'active'
       WHERE m.practice_id = found_session.practice_id AND m.id = found_session.member_id
         AND m.account_id = found_session.account_id;
       IF found_member.roles IS NULL OR (found_member.status <> 'active' AND NOT EXISTS (
         SELECT 1 FROM former_practices(found_session.account_id, p_now) f WHERE f.member_id = found_session.member_id)) THEN
         RETURN NULL;
       END IF;
       SELECT s.proven_at, s.last_seen_at,
         CASE WHEN s.second_factor_at IS NOT NULL THEN 'given'
           WHEN EXISTS (SELECT 1 FROM credential c WHERE c.account_id = s.account_id AND c.kind IN ('totp', 'passkey')
             AND NOT c.waiting) THEN 'waiting'
           ELSE 'none' END AS second_factor
       INTO own_session FROM session s WHERE s.id = found_session.session_id;
       IF own_session.last_seen_at <= p_now - p_touch THEN
         UPDATE session s SET last_seen_at = p_now
         WHERE s.id = found_session.session_id AND s.last_seen_at <= p_now - p_touch;
       END IF;
       RETURN json_build_object(
         'secondFactor', own_session.second_factor,
         'former', found_member.status <> 'active', 'heldRoles', found_member.roles,
         'asking', json_build_object(
           'sessionId', found_session.session_id, 'accountId', found_session.account_id,
           'practiceId', found_session.practice_id, 'memberId', found_session.member_id,
           'roles', CASE WHEN found_member.status = 'active' THEN found_member.roles ELSE '{}' END,
           'supervisorId', found_member.supervisor_id,
           'provenAt', (extract(epoch FROM own_session.proven_at) * 1000)::bigint));
     END $$`,

    // As before, with where a vault was left, and until when.
    `DROP FUNCTION show_session(uuid, uuid, uuid, uuid, uuid)`,
    `DROP FUNCTION list_own_practices(uuid, uuid)`,
    `CREATE FUNCTION list_own_practices(p_account uuid, p_practice uuid, p_now timestamptz) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       own record;
       found jsonb := '[]';
     BEGIN
       FOR own IN SELECT p.practice_id FROM practices_of(p_account) p
         UNION ALL SELECT f.practice_id FROM former_practices(p_account, p_now) f LOOP
         PERFORM enter_practice(own.practice_id, p_account);
         found := found || (SELECT jsonb_build_object('slug', d.slug, 'name', p.name)
           FROM practice p JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
           WHERE p.practice_id = own.practice_id);
       END LOOP;
       PERFORM enter_practice(p_practice, p_account);
       RETURN found;
     END $$`,
    `CREATE FUNCTION show_session(p_practice uuid, p_account uuid, p_member uuid, p_supervisor uuid, p_session uuid,
       p_now timestamptz) RETURNS json LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_practice(p_practice, p_account);
       RETURN (
         SELECT json_build_object(
           'name', m.name, 'email', m.email, 'language', m.language, 'heldRoles', m.roles,
           'roles', CASE WHEN m.status = 'active' THEN m.roles ELSE '{}' END,
           'former', CASE WHEN m.status <> 'active' THEN json_build_object('until',
             (extract(epoch FROM m.deactivated_at + interval '12 months') * 1000)::bigint) END,
           'practice', json_build_object('slug', d.slug, 'name', p.name),
           'practices', list_own_practices(p_account, p_practice, p_now),
           'supervisor', CASE WHEN s.id IS NOT NULL
             THEN json_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone) END,
           'enrolled', ARRAY(SELECT DISTINCT c.kind FROM credential c
             WHERE c.account_id = p_account AND c.kind IN ('totp', 'passkey') AND NOT c.waiting ORDER BY c.kind DESC),
           'recoveryCodes', (SELECT count(*) FROM credential c
             WHERE c.account_id = p_account AND c.kind = 'recovery-code'),
           'open', (SELECT t.second_factor_at IS NULL FROM session t WHERE t.id = p_session))
         FROM practice p
         JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
         JOIN member m ON m.practice_id = p.practice_id AND m.id = p_member
         LEFT JOIN supervisor s ON s.practice_id = p.practice_id AND s.id = p_supervisor
         WHERE p.practice_id = p_practice);
     END $$`,
    ...['list_own_practices', 'show_session'].flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),
  ];
}
