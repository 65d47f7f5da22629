import { closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Every day the evidence of contracts is computed anew, and where their chains stand is kept and stamped. */
export class KeptEvidenceDays1795000000140 extends StatementsMigration {
  readonly name = 'KeptEvidenceDays1795000000140';

  readonly statements = [
    // One row per practice and day (UTC). Heads are of the contracts that moved since the day before; no foreign key to
    // them, as a contract whose time is over goes and the day stays.
    `CREATE TABLE evidence_day (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       day date NOT NULL,
       previous_root bytea NOT NULL CHECK (length(previous_root) = 32),
       heads jsonb NOT NULL CHECK (jsonb_typeof(heads) = 'array'),
       root bytea NOT NULL CHECK (length(root) = 32),
       contracts integer NOT NULL CHECK (contracts >= 0),
       broken integer NOT NULL CHECK (broken BETWEEN 0 AND contracts),
       checked_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, day))`,
    ...closeByPractice('evidence_day', ['select', 'insert']),

    // One question to the authority serves all practices: the path leads from a day's root to what was stamped.
    `CREATE TABLE evidence_stamp (
       practice_id uuid NOT NULL,
       day date NOT NULL,
       path jsonb NOT NULL CHECK (jsonb_typeof(path) = 'array'),
       stamp bytea NOT NULL CHECK (length(stamp) BETWEEN 100 AND 20000),
       stamped_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, day),
       CONSTRAINT evidence_stamp_day FOREIGN KEY (practice_id, day) REFERENCES evidence_day (practice_id, day))`,
    ...closeByPractice('evidence_stamp', ['select', 'insert']),

    `CREATE FUNCTION unchecked_practices(p_day date) RETURNS TABLE (practice_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT p.practice_id FROM practice p
       WHERE EXISTS (SELECT 1 FROM contract_event e WHERE e.practice_id = p.practice_id)
         AND NOT EXISTS (SELECT 1 FROM evidence_day d WHERE d.practice_id = p.practice_id AND d.day = p_day) $$`,
    // Days on which nothing moved say nothing new.
    `CREATE FUNCTION unstamped_days(p_since date) RETURNS TABLE (practice_id uuid, day text)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT d.practice_id, d.day::text FROM evidence_day d
       WHERE d.day >= p_since AND jsonb_array_length(d.heads) > 0
         AND NOT EXISTS (SELECT 1 FROM evidence_stamp s WHERE s.practice_id = d.practice_id AND s.day = d.day)
       ORDER BY d.practice_id, d.day $$`,
    `CREATE FUNCTION broken_evidence(p_since date) RETURNS TABLE (practice_id uuid, contracts integer)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT d.practice_id, d.broken FROM evidence_day d
       WHERE d.day >= p_since AND d.broken > 0 AND NOT EXISTS (
         SELECT 1 FROM evidence_day l WHERE l.practice_id = d.practice_id AND l.day > d.day) $$`,
    ...['unchecked_practices', 'unstamped_days', 'broken_evidence'].flatMap((name) => [
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),
  ];
}
