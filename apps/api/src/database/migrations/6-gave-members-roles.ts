import { StatementsMigration } from './statements-migration';

/** Several roles for a member, a practice for a session. Everybody signs in again. */
export class GaveMembersRoles1795000000006 extends StatementsMigration {
  readonly name = 'GaveMembersRoles1795000000006';

  readonly statements = [
    // The owner of a table is held to its policies too; to fill columns of all rows it must step out of them.
    ...['member', 'account', 'session'].map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`),
    // A member's own name and address, since nobody but the person can read the account.
    `ALTER TABLE member ADD COLUMN roles text[], ADD COLUMN status text, ADD COLUMN name text, ADD COLUMN email text,
       ADD COLUMN language text`,
    `UPDATE member m SET roles = CASE m.role WHEN 'owner' THEN ARRAY['owner', 'supervisor'] ELSE ARRAY['supervisor'] END,
       status = 'active', name = a.name, email = a.email, language = a.language
     FROM account a WHERE a.id = m.account_id`,
    // The former column goes with the next release; nothing reads it any more.
    `ALTER TABLE member ALTER COLUMN role DROP NOT NULL`,
    ...['roles', 'status', 'name', 'email', 'language'].map(
      (column) => `ALTER TABLE member ALTER COLUMN ${column} SET NOT NULL`,
    ),
    `ALTER TABLE member ADD CONSTRAINT member_roles CHECK (cardinality(roles) BETWEEN 1 AND 3 AND cardinality(roles) =
       ('owner' = ANY (roles))::int + ('supervisor' = ANY (roles))::int + ('coach' = ANY (roles))::int)`,
    `ALTER TABLE member ADD CONSTRAINT member_status CHECK (status IN ('active', 'deactivated'))`,
    `ALTER TABLE member ADD CONSTRAINT member_name CHECK (length(name) BETWEEN 1 AND 200)`,
    `ALTER TABLE member ADD CONSTRAINT member_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)`,
    `ALTER TABLE member ADD CONSTRAINT member_language CHECK (language IN ('fr', 'en'))`,

    `DELETE FROM session`,
    `ALTER TABLE session ADD COLUMN practice_id uuid NOT NULL, ADD COLUMN second_factor_at timestamptz,
       ADD COLUMN proven_at timestamptz, ADD COLUMN browser text NOT NULL, ADD COLUMN system text NOT NULL`,
    `ALTER TABLE session ADD CONSTRAINT session_browser CHECK (length(browser) BETWEEN 1 AND 20)`,
    `ALTER TABLE session ADD CONSTRAINT session_system CHECK (length(system) BETWEEN 1 AND 20)`,
    ...['member', 'account', 'session'].map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`),

    // Only finding the ids needs more rights than the caller has; who is no member of the session's practice
    // any more is not found.
    `DROP FUNCTION recognise_session(bytea, timestamptz, interval, interval)`,
    `DROP FUNCTION find_session(bytea, timestamptz, interval)`,
    `CREATE FUNCTION find_session(p_token_hash bytea, p_now timestamptz, p_idle interval,
       OUT session_id uuid, OUT account_id uuid, OUT practice_id uuid, OUT member_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT s.id, s.account_id, s.practice_id, m.member_id
       FROM session s
       JOIN membership_index m ON m.account_id = s.account_id AND m.practice_id = s.practice_id
       WHERE s.token_hash = p_token_hash AND s.expires_at > p_now AND s.last_seen_at > p_now - p_idle $$`,
    // The session of a token with the roles its member has now, or null. Notes that the person was seen, at
    // most once per p_touch. Moments are epoch milliseconds.
    `CREATE FUNCTION recognise_session(p_token_hash bytea, p_now timestamptz, p_idle interval, p_touch interval)
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
       SELECT m.roles, s.id AS supervisor_id INTO found_member FROM member m
       LEFT JOIN supervisor s ON s.practice_id = m.practice_id AND s.member_id = m.id AND 'supervisor' = ANY (m.roles)
       WHERE m.practice_id = found_session.practice_id AND m.id = found_session.member_id
         AND m.account_id = found_session.account_id AND m.status = 'active';
       IF found_member.roles IS NULL THEN
         RETURN NULL;
       END IF;
       SELECT s.proven_at, s.last_seen_at INTO own_session FROM session s WHERE s.id = found_session.session_id;
       IF own_session.last_seen_at <= p_now - p_touch THEN
         UPDATE session s SET last_seen_at = p_now
         WHERE s.id = found_session.session_id AND s.last_seen_at <= p_now - p_touch;
       END IF;
       RETURN json_build_object(
         'sessionId', found_session.session_id, 'accountId', found_session.account_id,
         'practiceId', found_session.practice_id, 'memberId', found_session.member_id,
         'roles', found_member.roles, 'supervisorId', found_member.supervisor_id,
         'provenAt', (extract(epoch FROM own_session.proven_at) * 1000)::bigint);
     END $$`,
    // A person's practices, the one that was joined first before the others.
    `CREATE FUNCTION practices_of(p_account uuid) RETURNS TABLE (practice_id uuid, member_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT m.practice_id, m.id FROM member m
       JOIN membership_index x ON x.account_id = m.account_id AND x.practice_id = m.practice_id
       WHERE m.account_id = p_account AND m.status = 'active'
       ORDER BY m.created_at, m.practice_id $$`,
    // Their names, read inside each practice as its policies ask; ends inside the one given.
    `CREATE FUNCTION list_own_practices(p_account uuid, p_practice uuid) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       own record;
       found jsonb := '[]';
     BEGIN
       FOR own IN SELECT * FROM practices_of(p_account) LOOP
         PERFORM enter_practice(own.practice_id, p_account);
         found := found || (SELECT jsonb_build_object('slug', d.slug, 'name', p.name)
           FROM practice p JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
           WHERE p.practice_id = own.practice_id);
       END LOOP;
       PERFORM enter_practice(p_practice, p_account);
       RETURN found;
     END $$`,
    `CREATE OR REPLACE FUNCTION create_practice(p jsonb, p_now timestamptz) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       s jsonb;
     BEGIN
       INSERT INTO practice (practice_id, name, country, retention_months, allowed_origins, privacy_notice, imprint, created_at)
       VALUES ((p ->> 'id')::uuid, p ->> 'name', p ->> 'country', 12,
         ARRAY(SELECT jsonb_array_elements_text(p -> 'allowedOrigins')), p -> 'privacyNotice', p -> 'imprint', p_now);
       INSERT INTO practice_address (slug, practice_id, current) VALUES (p ->> 'slug', (p ->> 'id')::uuid, true);
       FOR s IN SELECT * FROM jsonb_array_elements(p -> 'supervisors') LOOP
         INSERT INTO account (id, email, name, language, created_at)
         VALUES ((s ->> 'accountId')::uuid, lower(s ->> 'email'), s ->> 'name', s ->> 'language', p_now);
         INSERT INTO credential (id, account_id, kind, secret, created_at)
         VALUES ((s ->> 'credentialId')::uuid, (s ->> 'accountId')::uuid, 'password', s ->> 'passwordHash', p_now);
         INSERT INTO membership_index (account_id, practice_id, member_id)
         VALUES ((s ->> 'accountId')::uuid, (p ->> 'id')::uuid, (s ->> 'memberId')::uuid);
         INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
         VALUES ((p ->> 'id')::uuid, (s ->> 'memberId')::uuid, (s ->> 'accountId')::uuid,
           ARRAY(SELECT jsonb_array_elements_text(s -> 'roles')), 'active', s ->> 'name', lower(s ->> 'email'),
           s ->> 'language', p_now);
         INSERT INTO supervisor (practice_id, id, member_id, slug, name, email, language, introduction, time_zone,
           holiday_country, feed_version, feed_details, active, created_at)
         VALUES ((p ->> 'id')::uuid, (s ->> 'id')::uuid, (s ->> 'memberId')::uuid, s ->> 'slug', s ->> 'name',
           s ->> 'email', s ->> 'language', s -> 'introduction', s ->> 'timeZone', p ->> 'country', 1, false, true, p_now);
         INSERT INTO calendar (practice_id, supervisor_id, version) VALUES ((p ->> 'id')::uuid, (s ->> 'id')::uuid, 1);
         INSERT INTO offer (practice_id, id, supervisor_id, kind, length_min, step_min, buffer_before_min,
           buffer_after_min, min_notice_min, horizon_days, max_per_day, same_hours_as, weekly)
         SELECT (p ->> 'id')::uuid, (o ->> 'id')::uuid, (s ->> 'id')::uuid, o ->> 'kind', (o ->> 'lengthMin')::int,
           (o ->> 'stepMin')::int, (o ->> 'bufferBeforeMin')::int, (o ->> 'bufferAfterMin')::int,
           (o ->> 'minNoticeMin')::int, (o ->> 'horizonDays')::int, (o ->> 'maxPerDay')::int, o ->> 'sameHoursAs', o -> 'weekly'
         FROM jsonb_array_elements(s -> 'offers') AS o;
       END LOOP;
     END $$`,
    `ALTER FUNCTION find_session OWNER TO visavis_system`,
    `ALTER FUNCTION practices_of OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION find_session, recognise_session, practices_of, list_own_practices TO visavis_app`,
  ];
}
