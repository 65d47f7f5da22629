import { StatementsMigration } from './statements-migration';

/** The hot paths in one round trip each, and what must be found before a practice or a person is known. */
export class AddedFunctions1795000000003 extends StatementsMigration {
  readonly name = 'AddedFunctions1795000000003';

  readonly statements = [
    `GRANT EXECUTE ON FUNCTION enter_practice TO visavis_app`,

    `CREATE FUNCTION calendar_version(p_practice uuid, p_supervisor uuid) RETURNS bigint
     LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_practice(p_practice);
       RETURN (SELECT version FROM calendar WHERE practice_id = p_practice AND supervisor_id = p_supervisor);
     END $$`,
    `GRANT EXECUTE ON FUNCTION calendar_version TO visavis_app`,

    // Everything the slot engine needs, as one value read in one snapshot. Times are epoch milliseconds.
    `CREATE FUNCTION read_calendar(p_practice uuid, p_supervisor uuid, p_kind text, p_from timestamptz, p_to timestamptz)
     RETURNS json
     LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_practice(p_practice);
       RETURN (
         SELECT json_build_object(
           'version', c.version::text,
           'active', s.active,
           'timeZone', s.time_zone,
           'offer', json_build_object(
             'lengthMin', o.length_min, 'stepMin', o.step_min,
             'bufferBeforeMin', o.buffer_before_min, 'bufferAfterMin', o.buffer_after_min,
             'minNoticeMin', o.min_notice_min, 'horizonDays', o.horizon_days, 'maxPerDay', o.max_per_day,
             'weekly', coalesce(h.weekly, o.weekly)),
           'overrides', coalesce((
             SELECT json_agg(json_build_object('date', v.date, 'windows', v.windows))
             FROM availability_override v
             WHERE v.practice_id = p_practice AND v.supervisor_id = p_supervisor
               AND v.date BETWEEN (p_from AT TIME ZONE 'UTC')::date - 2 AND (p_to AT TIME ZONE 'UTC')::date + 2), '[]'),
           'busy', coalesce((
             SELECT json_agg(json_build_array(
               (extract(epoch FROM lower(a.occupies)) * 1000)::bigint,
               (extract(epoch FROM upper(a.occupies)) * 1000)::bigint,
               CASE WHEN a.kind = 'discovery-call' THEN (extract(epoch FROM a.starts_at) * 1000)::bigint END,
               a.kind = 'block'))
             FROM (
               SELECT occupies, kind, starts_at FROM appointment
               WHERE practice_id = p_practice AND supervisor_id = p_supervisor
                 AND status = 'booked' AND occupies && tstzrange(p_from, p_to)
               UNION ALL
               -- held calls still count against the day's cap
               SELECT occupies, kind, starts_at FROM appointment
               WHERE practice_id = p_practice AND supervisor_id = p_supervisor
                 AND status IN ('done', 'no-show') AND kind = 'discovery-call'
                 AND starts_at >= p_from AND starts_at < p_to) a), '[]'))
         FROM calendar c
         JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
         JOIN offer o ON o.practice_id = c.practice_id AND o.supervisor_id = c.supervisor_id AND o.kind = p_kind
         LEFT JOIN offer h ON h.practice_id = o.practice_id AND h.supervisor_id = o.supervisor_id AND h.kind = o.same_hours_as
         WHERE c.practice_id = p_practice AND c.supervisor_id = p_supervisor);
     END $$`,
    `GRANT EXECUTE ON FUNCTION read_calendar TO visavis_app`,

    // Lock the calendar, compare the version, count the cap, insert: one statement, one transaction.
    // Results: booked, stale, day-full, blocked, replayed, idempotency-mismatch. The two raised messages roll
    // everything back: time-just-taken (the constraint had the last word) and person-limit.
    `CREATE FUNCTION confirm_booking(
       p_practice uuid, p_supervisor uuid, p_version bigint, p_now timestamptz,
       p_id uuid, p_start timestamptz, p_end timestamptz, p_from timestamptz, p_to timestamptz,
       p_max_per_day integer, p_day_start timestamptz, p_day_end timestamptz,
       p_origin text, p_member uuid, p_intake jsonb, p_letters jsonb,
       p_audit_id uuid, p_key_id uuid, p_key_hash bytea, p_body_hash bytea,
       OUT result text, OUT appointment_id uuid)
     LANGUAGE plpgsql AS $$
     DECLARE
       known record;
     BEGIN
       PERFORM enter_practice(p_practice);
       appointment_id := p_id;

       UPDATE calendar SET version = version + 1
       WHERE practice_id = p_practice AND supervisor_id = p_supervisor AND version = coalesce(p_version, version);
       IF NOT FOUND THEN
         result := 'stale';
       END IF;

       IF p_key_hash IS NOT NULL THEN
         SELECT k.body_hash, k.appointment_id INTO known FROM idempotency_key k
         WHERE k.practice_id = p_practice AND k.key_hash = p_key_hash AND k.created_at > p_now - interval '24 hours';
         IF FOUND THEN
           appointment_id := known.appointment_id;
           result := CASE WHEN known.body_hash = p_body_hash THEN 'replayed' ELSE 'idempotency-mismatch' END;
           RETURN;
         END IF;
       END IF;
       IF result IS NOT NULL THEN
         RETURN;
       END IF;

       IF p_max_per_day IS NOT NULL AND p_max_per_day <= (
         SELECT count(*) FROM appointment a
         WHERE a.practice_id = p_practice AND a.supervisor_id = p_supervisor AND a.kind = 'discovery-call'
           AND a.status <> 'cancelled' AND a.starts_at >= p_day_start AND a.starts_at < p_day_end) THEN
         result := 'day-full';
         RETURN;
       END IF;

       IF p_origin = 'public' AND EXISTS (
         SELECT 1 FROM blocked_contact b
         WHERE b.practice_id = p_practice AND b.supervisor_id = p_supervisor
           AND ((b.kind = 'email' AND b.value = lower(p_intake ->> 'email'))
             OR (b.kind = 'phone' AND b.value = p_intake ->> 'phone'))) THEN
         result := 'blocked';
         RETURN;
       END IF;

       INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
         link_version, origin, created_at, updated_at)
       VALUES (p_practice, p_id, p_supervisor, 'discovery-call', 'booked', p_start, p_end, tstzrange(p_from, p_to), 0,
         1, p_origin, p_now, p_now)
       ON CONFLICT ON CONSTRAINT appointment_no_overlap DO NOTHING;
       IF NOT FOUND THEN
         RAISE EXCEPTION 'time-just-taken';
       END IF;

       FOR attempt IN 1..2 LOOP
         INSERT INTO discovery_call (practice_id, id, first_name, last_name, email, phone, reason, words, language,
           time_zone, open, consented_at, created_at)
         VALUES (p_practice, p_id, p_intake ->> 'firstName', p_intake ->> 'lastName', p_intake ->> 'email',
           p_intake ->> 'phone', p_intake ->> 'reason', p_intake ->> 'words', p_intake ->> 'language',
           p_intake ->> 'timeZone', true, CASE WHEN p_origin = 'public' THEN p_now END, p_now)
         ON CONFLICT DO NOTHING;
         EXIT WHEN FOUND;
         -- An open row whose call has ended only waits for the worker: close it and try once more.
         UPDATE discovery_call d SET open = false FROM appointment a
         WHERE d.practice_id = p_practice AND d.open
           AND (lower(d.email) = lower(p_intake ->> 'email') OR d.phone = p_intake ->> 'phone')
           AND a.practice_id = p_practice AND a.id = d.id AND a.ends_at <= p_now;
         IF attempt = 2 OR NOT FOUND THEN
           RAISE EXCEPTION 'person-limit';
         END IF;
       END LOOP;

       INSERT INTO letter (practice_id, id, appointment_id, kind, recipient, language, sequence, due_at, state, attempts,
         created_at)
       SELECT p_practice, l.id, p_id, l.kind, l.recipient, l.language, 0, l.due_at, 'planned', 0, p_now
       FROM jsonb_to_recordset(p_letters) AS l(id uuid, kind text, recipient text, language text, due_at timestamptz);

       INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
       VALUES (p_practice, p_audit_id, p_now, CASE WHEN p_member IS NULL THEN 'visitor' ELSE 'member' END, p_member,
         'booked', p_id);

       IF p_key_hash IS NOT NULL THEN
         DELETE FROM idempotency_key k
         WHERE k.practice_id = p_practice AND k.key_hash = p_key_hash AND k.created_at <= p_now - interval '24 hours';
         INSERT INTO idempotency_key (practice_id, id, key_hash, body_hash, appointment_id, created_at)
         VALUES (p_practice, p_key_id, p_key_hash, p_body_hash, p_id, p_now)
         ON CONFLICT DO NOTHING;
         IF NOT FOUND THEN
           -- The same key on another calendar of the practice was faster: undo, the caller asks again.
           RAISE EXCEPTION 'key-in-flight';
         END IF;
       END IF;

       result := 'booked';
     END $$`,
    `GRANT EXECUTE ON FUNCTION confirm_booking TO visavis_app`,

    // Found before a person is known. Owned by a role without login that bypasses row-level security; they
    // answer with ids only.
    `CREATE FUNCTION find_account(p_email text) RETURNS uuid
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
     $$ SELECT id FROM account WHERE email = lower(p_email) $$`,
    `CREATE FUNCTION find_session(p_token_hash bytea, p_now timestamptz, p_idle interval,
       OUT session_id uuid, OUT account_id uuid, OUT practice_id uuid, OUT member_id uuid, OUT supervisor_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT s.id, s.account_id, m.practice_id, m.member_id, v.id
       FROM session s
       JOIN membership_index m ON m.account_id = s.account_id
       JOIN supervisor v ON v.practice_id = m.practice_id AND v.member_id = m.member_id
       WHERE s.token_hash = p_token_hash AND s.expires_at > p_now AND s.last_seen_at > p_now - p_idle
       ORDER BY m.practice_id LIMIT 1 $$`,
    `CREATE FUNCTION create_practice(p jsonb, p_now timestamptz) RETURNS void
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
         INSERT INTO member (practice_id, id, account_id, role, created_at)
         VALUES ((p ->> 'id')::uuid, (s ->> 'memberId')::uuid, (s ->> 'accountId')::uuid, s ->> 'role', p_now);
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
    `GRANT SELECT, INSERT ON account, credential, membership_index, practice_address, practice, member, supervisor,
       calendar, offer TO visavis_system`,
    `GRANT SELECT ON session TO visavis_system`,
    ...['find_account', 'find_session', 'create_practice'].flatMap((name) => [
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
    ]),
    `GRANT EXECUTE ON FUNCTION find_account, find_session TO visavis_app`,
    `GRANT EXECUTE ON FUNCTION create_practice TO visavis_owner`,
  ];
}
