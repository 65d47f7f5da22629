import { StatementsMigration } from './statements-migration';

/**
 * What the worker must find across practices. The functions belong to a role without login that bypasses
 * row-level security, and answer with ids and counts only; the worker then acts inside each practice.
 */
export class AddedLetterFunctions1795000000004 extends StatementsMigration {
  readonly name = 'AddedLetterFunctions1795000000004';

  readonly statements = [
    `CREATE INDEX letter_relayed ON letter (relayed_at) WHERE state IN ('planned', 'sending') AND relayed_at IS NOT NULL`,
    `CREATE INDEX letter_failed ON letter (due_at) WHERE state = 'failed'`,

    // Letters whose time has come and that no queue knows yet, the oldest first.
    `CREATE FUNCTION due_letters(p_now timestamptz, p_most integer) RETURNS TABLE (practice_id uuid, letter_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT l.practice_id, l.id FROM letter l
       WHERE l.state = 'planned' AND l.relayed_at IS NULL AND l.due_at <= p_now
       ORDER BY l.due_at LIMIT p_most $$`,
    // Letters handed over long ago that were neither sent nor given up: the queue was lost or restored.
    `CREATE FUNCTION stranded_letters(p_relayed_before timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, letter_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT l.practice_id, l.id FROM letter l
       WHERE l.state IN ('planned', 'sending') AND l.relayed_at < p_relayed_before
       ORDER BY l.relayed_at LIMIT p_most $$`,
    // Figures for metrics: letters waiting, under way and failed, and the due time of the oldest not handed over.
    `CREATE FUNCTION letter_figures(p_now timestamptz, OUT waiting bigint, OUT sending bigint, OUT failed bigint,
       OUT oldest_due timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT
         (SELECT count(*) FROM letter WHERE state = 'planned' AND relayed_at IS NULL AND due_at <= p_now)
           + (SELECT count(*) FROM letter WHERE state = 'planned' AND relayed_at IS NOT NULL),
         (SELECT count(*) FROM letter WHERE state = 'sending' AND relayed_at IS NOT NULL),
         (SELECT count(*) FROM letter WHERE state = 'failed'),
         (SELECT min(due_at) FROM letter WHERE state = 'planned' AND relayed_at IS NULL AND due_at <= p_now) $$`,

    // Calls that have ended and still hold the one open place of their address and number.
    `CREATE FUNCTION ended_open_calls(p_now timestamptz, p_most integer) RETURNS TABLE (practice_id uuid, call_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT d.practice_id, d.id FROM discovery_call d
       JOIN appointment a ON a.practice_id = d.practice_id AND a.id = d.id
       WHERE d.open AND a.ends_at <= p_now
       LIMIT p_most $$`,
    `CREATE FUNCTION past_appointments(p_ended_before timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, appointment_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT a.practice_id, a.id FROM appointment a
       WHERE a.status = 'booked' AND a.ends_at <= p_ended_before
       ORDER BY a.ends_at LIMIT p_most $$`,
    // Discovery calls older than their practice keeps them. The first condition can use an index: none is
    // kept for less than a month.
    `CREATE FUNCTION outlived_calls(p_now timestamptz, p_most integer) RETURNS TABLE (practice_id uuid, call_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT d.practice_id, d.id FROM discovery_call d
       JOIN appointment a ON a.practice_id = d.practice_id AND a.id = d.id
       JOIN practice p ON p.practice_id = d.practice_id
       WHERE d.erased_at IS NULL AND d.created_at <= p_now - interval '1 month'
         AND greatest(d.created_at, a.ends_at) <= p_now - make_interval(months => p.retention_months)
       ORDER BY d.created_at LIMIT p_most $$`,
    `CREATE FUNCTION practices_with_old_keys(p_before timestamptz) RETURNS TABLE (practice_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT DISTINCT k.practice_id FROM idempotency_key k WHERE k.created_at < p_before $$`,
    // A session belongs to a person who is not there to forget it.
    `CREATE FUNCTION forget_sessions(p_now timestamptz) RETURNS bigint
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       WITH gone AS (DELETE FROM session WHERE expires_at <= p_now RETURNING 1) SELECT count(*) FROM gone $$`,

    `GRANT SELECT ON letter, appointment, discovery_call, practice, idempotency_key TO visavis_system`,
    `GRANT SELECT, DELETE ON session TO visavis_system`,
    ...FUNCTIONS.map((name) => `ALTER FUNCTION ${name} OWNER TO visavis_system`),
    ...FUNCTIONS.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`),
  ];
}

const FUNCTIONS = [
  'due_letters',
  'stranded_letters',
  'letter_figures',
  'ended_open_calls',
  'past_appointments',
  'outlived_calls',
  'practices_with_old_keys',
  'forget_sessions',
] as const;
