import { StatementsMigration } from './statements-migration';

/** What a supervisor is busy with comes as four lists: half as long to write and to read as a list of lists. */
export class ReadBusyAsColumns1795000000090 extends StatementsMigration {
  readonly name = 'ReadBusyAsColumns1795000000090';

  readonly statements = [
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
           'busy', (
             SELECT json_build_object(
               'from', array_agg((date_part('epoch', lower(a.occupies)) * 1000)::bigint),
               'to', array_agg((date_part('epoch', upper(a.occupies)) * 1000)::bigint),
               'calls', array_agg(CASE WHEN a.kind = 'discovery-call' THEN (date_part('epoch', a.starts_at) * 1000)::bigint END),
               'blocks', array_agg(a.kind = 'block'))
             FROM appointment a
             WHERE a.practice_id = p_practice AND a.supervisor_id = p_supervisor
               AND a.ends_at > p_from AND a.starts_at < p_to
               -- held calls still count against the day's cap
               AND (a.status = 'booked' OR (a.kind = 'discovery-call' AND a.status IN ('done', 'no-show')))))
         FROM calendar c
         JOIN supervisor s ON s.practice_id = c.practice_id AND s.id = c.supervisor_id
         JOIN offer o ON o.practice_id = c.practice_id AND o.supervisor_id = c.supervisor_id AND o.kind = p_kind
         LEFT JOIN offer h ON h.practice_id = o.practice_id AND h.supervisor_id = o.supervisor_id AND h.kind = o.same_hours_as
         WHERE c.practice_id = p_practice AND c.supervisor_id = p_supervisor);
     END $$`,
  ];
}
