import { closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Supervision sessions and the minutes of contracts. */
export class CreatedSessions1795000000010 extends StatementsMigration {
  readonly name = 'CreatedSessions1795000000010';

  readonly statements = [
    // Its appointment holds the calendar's side; `version` is the one in force when it was booked.
    `CREATE TABLE supervision_session (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       contract_id uuid NOT NULL,
       version integer NOT NULL,
       appointment_id uuid NOT NULL,
       state text NOT NULL CHECK (state IN ('planned', 'running', 'took-place', 'agreed', 'locked', 'cancelled-in-time',
         'cancelled-late', 'no-show', 'cancelled-by-supervisor', 'disputed')),
       medium text NOT NULL CHECK (medium IN ('in-person', 'video', 'phone')),
       place text NOT NULL CHECK (length(place) <= 300),
       billed_minutes integer CHECK (billed_minutes >= 0),
       supervision_minutes integer CHECK (supervision_minutes >= 0),
       created_at timestamptz NOT NULL,
       updated_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT supervision_session_appointment UNIQUE (practice_id, appointment_id),
       FOREIGN KEY (practice_id, contract_id, version) REFERENCES contract_version (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, appointment_id) REFERENCES appointment (practice_id, id),
       CONSTRAINT supervision_session_settled CHECK (num_nulls(billed_minutes, supervision_minutes) =
         CASE WHEN state IN ('planned', 'running') THEN 2 ELSE 0 END))`,
    `CREATE INDEX supervision_session_of ON supervision_session (practice_id, contract_id)`,

    // Added to under the contract's lock, never changed: a mistake is corrected by a line of its own.
    `CREATE TABLE ledger_entry (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       seq integer NOT NULL CHECK (seq >= 1),
       kind text NOT NULL CHECK (kind IN ('granted', 'reserved', 'consumed', 'released', 'corrected')),
       minutes integer NOT NULL CHECK (minutes >= 0),
       change integer NOT NULL,
       supervision_minutes integer NOT NULL,
       balance_after integer NOT NULL CONSTRAINT ledger_entry_balance CHECK (balance_after >= 0),
       session_id uuid,
       note text CHECK (length(note) BETWEEN 1 AND 500),
       at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, contract_id, seq),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id),
       FOREIGN KEY (practice_id, session_id) REFERENCES supervision_session (practice_id, id))`,
    `CREATE TRIGGER ledger_entry_stays BEFORE UPDATE OR DELETE ON ledger_entry
       FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,

    // What has ended and is still planned, for the worker: ids only.
    `CREATE FUNCTION held_sessions(p_ended_before timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, session_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT s.practice_id, s.id FROM supervision_session s
       JOIN appointment a ON a.practice_id = s.practice_id AND a.id = s.appointment_id
       WHERE s.state = 'planned' AND a.ends_at <= p_ended_before
       ORDER BY a.ends_at LIMIT p_most $$`,
    `CREATE INDEX supervision_session_planned ON supervision_session (practice_id, appointment_id) WHERE state = 'planned'`,
    `GRANT SELECT ON supervision_session TO visavis_system`,
    `ALTER FUNCTION held_sessions OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION held_sessions TO visavis_app`,

    ...closeByPractice('supervision_session', ['select', 'insert', 'update']),
    ...closeByPractice('ledger_entry', ['select', 'insert']),
  ];
}
