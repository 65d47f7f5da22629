import { StatementsMigration } from './statements-migration';

/** The hot reads for many calendars in one round trip, and each of them cheaper. */
export class ReadTogether1795000000060 extends StatementsMigration {
  readonly name = 'ReadTogether1795000000060';

  readonly statements = [
    // Conditions on ranges are not leakproof, so under row-level security an index on `occupies` narrows a read
    // to the supervisor only and every appointment ever held would be looked at.
    `CREATE INDEX appointment_coming ON appointment (practice_id, supervisor_id, ends_at)`,

    // Everything the slot engine needs, as one value read in one snapshot. Times are epoch milliseconds. What
    // ends after p_from is enough: buffers are hours, p_from lies days back.
    `CREATE OR REPLACE FUNCTION read_calendar(p_practice uuid, p_supervisor uuid, p_kind text, p_from timestamptz, p_to timestamptz)
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
               (date_part('epoch', lower(a.occupies)) * 1000)::bigint,
               (date_part('epoch', upper(a.occupies)) * 1000)::bigint,
               CASE WHEN a.kind = 'discovery-call' THEN (date_part('epoch', a.starts_at) * 1000)::bigint END,
               a.kind = 'block'))
             FROM appointment a
             WHERE a.practice_id = p_practice AND a.supervisor_id = p_supervisor
               AND a.ends_at > p_from AND a.starts_at < p_to
               -- held calls still count against the day's cap
               AND (a.status = 'booked' OR (a.kind = 'discovery-call' AND a.status IN ('done', 'no-show')))), '[]'))
         FROM calendar c
         JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
         JOIN offer o ON o.practice_id = c.practice_id AND o.supervisor_id = c.supervisor_id AND o.kind = p_kind
         LEFT JOIN offer h ON h.practice_id = o.practice_id AND h.supervisor_id = o.supervisor_id AND h.kind = o.same_hours_as
         WHERE c.practice_id = p_practice AND c.supervisor_id = p_supervisor);
     END $$`,

    // The same for several, in the order asked for, each read inside its own practice.
    `CREATE FUNCTION read_calendars(p_practices uuid[], p_supervisors uuid[], p_kinds text[], p_from timestamptz, p_to timestamptz)
     RETURNS SETOF json
     LANGUAGE plpgsql AS $$
     BEGIN
       FOR i IN 1 .. cardinality(p_practices) LOOP
         RETURN NEXT read_calendar(p_practices[i], p_supervisors[i], p_kinds[i], p_from, p_to);
       END LOOP;
     END $$`,
    `CREATE FUNCTION calendar_versions(p_practices uuid[], p_supervisors uuid[]) RETURNS SETOF bigint
     LANGUAGE plpgsql AS $$
     BEGIN
       FOR i IN 1 .. cardinality(p_practices) LOOP
         RETURN NEXT calendar_version(p_practices[i], p_supervisors[i]);
       END LOOP;
     END $$`,

    // What the public pages know of practices, by any address they ever had; null for one that nobody had.
    `CREATE FUNCTION read_public_practice(p_slug text) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       found_practice uuid;
     BEGIN
       SELECT d.practice_id INTO found_practice FROM practice_address d WHERE d.slug = p_slug;
       IF found_practice IS NULL THEN
         RETURN NULL;
       END IF;
       PERFORM enter_practice(found_practice);
       RETURN (
         SELECT json_build_object(
           'id', p.practice_id, 'slug', d.slug, 'name', p.name, 'country', p.country,
           'allowedOrigins', p.allowed_origins,
           'supervisors', coalesce((
             SELECT json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'email', s.email,
               'language', s.language, 'introduction', s.introduction, 'timeZone', s.time_zone,
               'formerSlugs', coalesce((SELECT json_agg(f.slug) FROM supervisor_former_slug f
                 WHERE f.practice_id = s.practice_id AND f.supervisor_id = s.id), '[]')) ORDER BY s.name)
             FROM supervisor s WHERE s.practice_id = p.practice_id AND s.active), '[]'))
         FROM practice p JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
         WHERE p.practice_id = found_practice);
     END $$`,
    `CREATE FUNCTION read_public_practices(p_slugs text[]) RETURNS SETOF json
     LANGUAGE plpgsql AS $$
     BEGIN
       FOR i IN 1 .. cardinality(p_slugs) LOOP
         RETURN NEXT read_public_practice(p_slugs[i]);
       END LOOP;
     END $$`,
    `GRANT EXECUTE ON FUNCTION read_calendars, calendar_versions, read_public_practice, read_public_practices TO visavis_app`,
  ];
}
