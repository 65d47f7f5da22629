import { StatementsMigration } from './statements-migration';

/** What a practice says of itself, how long it keeps things, and whether it is on its way out. */
export class AddedPracticeSettings1795000000008 extends StatementsMigration {
  readonly name = 'AddedPracticeSettings1795000000008';

  readonly statements = [
    `ALTER TABLE practice
       ADD COLUMN accent text NOT NULL DEFAULT 'lagoon'
         CHECK (accent IN ('lagoon', 'forest', 'plum', 'indigo', 'brick', 'slate')),
       ADD COLUMN motto jsonb NOT NULL DEFAULT '{"fr": "", "en": ""}',
       ADD COLUMN languages text[] NOT NULL DEFAULT '{fr,en}'
         CHECK (languages <@ '{fr,en}' AND cardinality(languages) BETWEEN 1 AND 2),
       ADD COLUMN legal jsonb NOT NULL
         DEFAULT '{"name": "", "address": "", "siren": "", "vatNumber": "", "insurance": null}',
       ADD COLUMN contract_retention_years integer NOT NULL DEFAULT 5
         CHECK (contract_retention_years BETWEEN 5 AND 30),
       ADD COLUMN note_retention_years integer NOT NULL DEFAULT 3 CHECK (note_retention_years BETWEEN 1 AND 10),
       ADD COLUMN erasure_asked_at timestamptz,
       ADD COLUMN erasure_due_at timestamptz,
       ADD COLUMN erasure_asked_by uuid`,
    `ALTER TABLE practice ADD CONSTRAINT practice_erasure
       CHECK (num_nonnulls(erasure_asked_at, erasure_due_at, erasure_asked_by) IN (0, 3)
         AND erasure_due_at > erasure_asked_at)`,
    `CREATE INDEX practice_erasure_due ON practice (erasure_due_at) WHERE erasure_due_at IS NOT NULL`,
    // The audit trail is read by time, by what was done and by whom.
    `CREATE INDEX audit_event_time ON audit_event (practice_id, at, id)`,
    `CREATE INDEX audit_event_act ON audit_event (practice_id, act, at, id)`,
    `CREATE INDEX audit_event_member ON audit_event (practice_id, member_id, at, id) WHERE member_id IS NOT NULL`,
  ];
}
