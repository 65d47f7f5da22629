import { closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Contract templates, contracts with their versions, frozen texts, signatures, seals, chained events and comments. */
export class CreatedContracts1795000000009 extends StatementsMigration {
  readonly name = 'CreatedContracts1795000000009';

  readonly statements = [
    // A change of a template is a new row; the highest number counts.
    `CREATE TABLE contract_template (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       id uuid NOT NULL,
       number integer NOT NULL CHECK (number >= 1),
       language text NOT NULL CHECK (language IN ('fr', 'en')),
       name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
       clauses jsonb NOT NULL,
       defaults jsonb NOT NULL,
       member_id uuid NOT NULL,
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id, number),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,

    `CREATE TABLE contract (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       supervisor_id uuid NOT NULL,
       number integer NOT NULL CHECK (number >= 1),
       coach_member_id uuid,
       coach_name text CHECK (length(coach_name) BETWEEN 1 AND 200),
       coach_email text CHECK (length(coach_email) BETWEEN 3 AND 254),
       invitation_id uuid,
       discovery_call_id uuid,
       renews_id uuid,
       state text NOT NULL CHECK (state IN ('draft', 'proposed', 'changes-requested', 'partially-signed', 'signed',
         'active', 'suspended', 'notice-given', 'ended', 'completed', 'expired', 'declined', 'withdrawn', 'lapsed',
         'rescinded')),
       last_number integer NOT NULL CHECK (last_number >= 1),
       open_number integer CHECK (open_number BETWEEN 1 AND last_number),
       in_force_number integer CHECK (in_force_number BETWEEN 1 AND last_number),
       in_force_since timestamptz,
       concluded_at timestamptz,
       suspension jsonb,
       notice jsonb,
       asked jsonb NOT NULL,
       closed_at timestamptz,
       waits_for text NOT NULL CHECK (waits_for IN ('supervisor', 'coach', 'both', 'nobody')),
       waits_since timestamptz NOT NULL,
       due_at timestamptz,
       created_at timestamptz NOT NULL,
       updated_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT contract_number UNIQUE (practice_id, supervisor_id, number),
       FOREIGN KEY (practice_id, supervisor_id) REFERENCES supervisor (practice_id, id),
       FOREIGN KEY (practice_id, coach_member_id) REFERENCES member (practice_id, id),
       FOREIGN KEY (practice_id, discovery_call_id) REFERENCES discovery_call (practice_id, id),
       FOREIGN KEY (practice_id, renews_id) REFERENCES contract (practice_id, id),
       CONSTRAINT contract_coach CHECK (state IN ('draft', 'withdrawn') OR coach_member_id IS NOT NULL),
       CONSTRAINT contract_in_force CHECK (num_nulls(in_force_number, in_force_since) IN (0, 2) AND
         (in_force_number IS NOT NULL OR state NOT IN ('active', 'suspended', 'notice-given', 'ended', 'completed', 'expired'))),
       CONSTRAINT contract_notice CHECK (state <> 'notice-given' OR notice IS NOT NULL),
       CONSTRAINT contract_suspension CHECK (state <> 'suspended' OR suspension IS NOT NULL))`,
    `CREATE INDEX contract_of_supervisor ON contract (practice_id, supervisor_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_coach ON contract (practice_id, coach_member_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_practice ON contract (practice_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_invitation ON contract (practice_id, invitation_id) WHERE invitation_id IS NOT NULL`,
    `CREATE INDEX contract_of_any_call ON contract (practice_id, discovery_call_id) WHERE discovery_call_id IS NOT NULL`,
    `CREATE INDEX contract_renewing ON contract (practice_id, renews_id) WHERE renews_id IS NOT NULL`,
    // A second click on "invite" finds the draft of the first.
    `CREATE UNIQUE INDEX contract_of_call ON contract (practice_id, discovery_call_id)
       WHERE discovery_call_id IS NOT NULL AND state NOT IN ('declined', 'withdrawn', 'lapsed')`,
    // When time itself changes a contract next: lapse, start, an amendment's day, end of notice or term.
    `CREATE INDEX contract_due ON contract (due_at) WHERE due_at IS NOT NULL`,

    // What is worked on. What was frozen, signed and sealed stands in tables that are only added to.
    `CREATE TABLE contract_version (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       number integer NOT NULL CHECK (number >= 1),
       state text NOT NULL CHECK (state IN ('draft', 'proposed', 'changes-requested', 'partially-signed', 'signed',
         'in-force', 'superseded', 'declined', 'withdrawn', 'lapsed', 'rescinded')),
       revision integer NOT NULL CHECK (revision >= 0),
       template_id uuid,
       template_number integer,
       draft jsonb NOT NULL,
       -- The frozen text that counts; null while it is written.
       attempt integer CHECK (attempt >= 1),
       seal_state text NOT NULL CHECK (seal_state IN ('none', 'pending', 'sealed', 'timestamp-pending', 'timestamped')),
       seal_due_at timestamptz,
       seal_attempts integer NOT NULL CHECK (seal_attempts >= 0),
       seal_failure text CHECK (length(seal_failure) <= 200),
       created_at timestamptz NOT NULL,
       updated_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id),
       FOREIGN KEY (practice_id, template_id, template_number) REFERENCES contract_template (practice_id, id, number),
       CONSTRAINT contract_version_written CHECK (attempt IS NOT NULL OR state IN ('draft', 'changes-requested', 'withdrawn')),
       CONSTRAINT contract_version_seal_due CHECK ((seal_state IN ('pending', 'timestamp-pending')) = (seal_due_at IS NOT NULL)),
       CONSTRAINT contract_version_seal_when CHECK (seal_state = 'none' OR state IN ('signed', 'in-force', 'superseded', 'rescinded', 'withdrawn')))`,
    // One text at a time is worked on or waits for signatures.
    `CREATE UNIQUE INDEX contract_version_open ON contract_version (practice_id, contract_id)
       WHERE state IN ('draft', 'proposed', 'changes-requested', 'partially-signed')`,
    `CREATE UNIQUE INDEX contract_version_in_force ON contract_version (practice_id, contract_id) WHERE state = 'in-force'`,
    `CREATE INDEX contract_version_seal ON contract_version (seal_due_at) WHERE seal_due_at IS NOT NULL`,

    // Every text that was ever shown to be signed; a version whose changes were asked for has several.
    `CREATE TABLE contract_text (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       number integer NOT NULL,
       attempt integer NOT NULL CHECK (attempt >= 1),
       content jsonb NOT NULL,
       canonical_json text NOT NULL,
       canonical_sha256 bytea NOT NULL CHECK (length(canonical_sha256) = 32),
       pdf bytea NOT NULL,
       pdf_sha256 bytea NOT NULL CHECK (length(pdf_sha256) = 32),
       frozen_at timestamptz NOT NULL,
       lapses_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, contract_id, number, attempt),
       FOREIGN KEY (practice_id, contract_id, number) REFERENCES contract_version (practice_id, contract_id, number))`,
    `CREATE INDEX contract_text_canonical ON contract_text (canonical_sha256)`,
    `CREATE INDEX contract_text_pdf ON contract_text (pdf_sha256)`,
    `ALTER TABLE contract_version ADD CONSTRAINT contract_version_text FOREIGN KEY (practice_id, contract_id, number, attempt)
       REFERENCES contract_text (practice_id, contract_id, number, attempt)`,

    `CREATE TABLE contract_signature (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       contract_id uuid NOT NULL,
       version integer NOT NULL,
       attempt integer NOT NULL,
       party text NOT NULL CHECK (party IN ('supervisor', 'coach')),
       member_id uuid NOT NULL,
       canonical_sha256 bytea NOT NULL CHECK (length(canonical_sha256) = 32),
       pdf_sha256 bytea NOT NULL CHECK (length(pdf_sha256) = 32),
       consents jsonb NOT NULL,
       full_name text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
       email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
       auth_method text NOT NULL CHECK (auth_method IN ('email-code', 'passkey')),
       authenticated_at timestamptz NOT NULL,
       signed_at timestamptz NOT NULL,
       ip text NOT NULL CHECK (length(ip) BETWEEN 2 AND 45),
       user_agent text NOT NULL CHECK (length(user_agent) <= 400),
       PRIMARY KEY (practice_id, id),
       CONSTRAINT contract_signature_once UNIQUE (practice_id, contract_id, version, party),
       FOREIGN KEY (practice_id, contract_id, version, attempt) REFERENCES contract_text (practice_id, contract_id, number, attempt),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,

    `CREATE TABLE contract_seal (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       number integer NOT NULL,
       file bytea NOT NULL,
       sha256 bytea NOT NULL CHECK (length(sha256) = 32),
       level text NOT NULL CHECK (level IN ('B-B', 'B-T')),
       sealed_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, contract_id, number) REFERENCES contract_version (practice_id, contract_id, number))`,
    `CREATE INDEX contract_seal_file ON contract_seal (sha256)`,

    `CREATE TABLE contract_event (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       seq integer NOT NULL CHECK (seq >= 1),
       at timestamptz NOT NULL,
       type text NOT NULL CHECK (length(type) BETWEEN 1 AND 60),
       actor text NOT NULL CHECK (actor IN ('supervisor', 'coach', 'clock')),
       version integer CHECK (version >= 1),
       payload jsonb NOT NULL,
       previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
       hash bytea NOT NULL CHECK (length(hash) = 32),
       PRIMARY KEY (practice_id, contract_id, seq),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id))`,

    `CREATE TABLE contract_comment (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       contract_id uuid NOT NULL,
       version integer NOT NULL,
       clause text CHECK (length(clause) BETWEEN 1 AND 60),
       party text NOT NULL CHECK (party IN ('supervisor', 'coach')),
       member_id uuid NOT NULL,
       words text NOT NULL CHECK (length(words) BETWEEN 1 AND 5000),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       FOREIGN KEY (practice_id, contract_id, version) REFERENCES contract_version (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,
    `CREATE INDEX contract_comment_of ON contract_comment (practice_id, contract_id, id)`,

    `ALTER TABLE letter ADD CONSTRAINT letter_contract_of FOREIGN KEY (practice_id, contract_id)
       REFERENCES contract (practice_id, id)`,
    // Evidence says how a signer was recognised.
    `ALTER TABLE session ADD COLUMN proven_by text CHECK (proven_by IN ('email-code', 'passkey'))`,

    // The second wall behind the missing privileges: it stands for the owner of the tables as well. Only the role
    // without login that retention and erasure act through may remove what its time has passed.
    `CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'DELETE' AND current_user = 'visavis_system' THEN
         RETURN OLD;
       END IF;
       RAISE EXCEPTION '% is evidence', TG_TABLE_NAME USING ERRCODE = '42501';
     END $$`,
    ...KEPT.map(
      (table) =>
        `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,
    ),

    // What the worker must find across practices: ids only.
    `CREATE FUNCTION due_contracts(p_now timestamptz, p_most integer) RETURNS TABLE (practice_id uuid, contract_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT c.practice_id, c.id FROM contract c WHERE c.due_at <= p_now ORDER BY c.due_at LIMIT p_most $$`,
    `CREATE FUNCTION due_seals(p_now timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, contract_id uuid, number integer)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT v.practice_id, v.contract_id, v.number FROM contract_version v
       WHERE v.seal_due_at <= p_now ORDER BY v.seal_due_at LIMIT p_most $$`,
    `GRANT SELECT ON contract, contract_version TO visavis_system`,
    ...['due_contracts', 'due_seals'].flatMap((name) => [
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),

    ...closeByPractice('contract_template', ['select', 'insert']),
    ...closeByPractice('contract', ['select', 'insert', 'update']),
    ...closeByPractice('contract_version', ['select', 'insert', 'update']),
    ...[...KEPT, 'contract_comment'].flatMap((table) => closeByPractice(table, ['select', 'insert'])),
  ];
}

/** Evidence: added to, never changed. */
const KEPT = ['contract_text', 'contract_signature', 'contract_seal', 'contract_event'];
