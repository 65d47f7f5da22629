import { closeByPractice, grantColumns } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Contract templates, contracts with their versions, signatures, chained events and comments. */
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
       invitation_id uuid,
       discovery_call_id uuid,
       renews_id uuid,
       language text NOT NULL CHECK (language IN ('fr', 'en')),
       state text NOT NULL CHECK (state IN ('draft', 'proposed', 'changes-requested', 'partially-signed', 'signed',
         'active', 'suspended', 'notice-given', 'ended', 'completed', 'expired', 'declined', 'withdrawn', 'lapsed',
         'rescinded')),
       version_in_force integer CHECK (version_in_force >= 1),
       proposal_expires_at timestamptz,
       suspended_from date,
       suspended_until date,
       notice_by text CHECK (notice_by IN ('supervisor', 'coach')),
       notice_ends_on date,
       ended_on date,
       ending_reason text CHECK (length(ending_reason) BETWEEN 1 AND 60),
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
       CONSTRAINT contract_in_force CHECK (version_in_force IS NOT NULL OR
         state NOT IN ('active', 'suspended', 'notice-given', 'ended', 'completed', 'expired')),
       CONSTRAINT contract_notice CHECK (state <> 'notice-given' OR (notice_ends_on IS NOT NULL AND notice_by IS NOT NULL)))`,
    `CREATE INDEX contract_of_supervisor ON contract (practice_id, supervisor_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_coach ON contract (practice_id, coach_member_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_practice ON contract (practice_id, updated_at DESC, id DESC)`,
    `CREATE INDEX contract_of_invitation ON contract (practice_id, invitation_id) WHERE invitation_id IS NOT NULL`,
    `CREATE UNIQUE INDEX contract_of_call ON contract (practice_id, discovery_call_id)
       WHERE discovery_call_id IS NOT NULL AND state = 'draft'`,
    // When time itself changes a contract next: lapse, start, an amendment's day, end of notice or term.
    `CREATE INDEX contract_due ON contract (due_at) WHERE due_at IS NOT NULL`,

    `CREATE TABLE contract_version (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       number integer NOT NULL CHECK (number >= 1),
       state text NOT NULL CHECK (state IN ('draft', 'proposed', 'changes-requested', 'partially-signed', 'signed',
         'in-force', 'superseded', 'declined', 'withdrawn', 'lapsed', 'rescinded')),
       revision integer NOT NULL CHECK (revision >= 1),
       template_id uuid,
       template_number integer,
       content jsonb NOT NULL,
       canonical_json text,
       canonical_sha256 bytea CHECK (length(canonical_sha256) = 32),
       pdf bytea,
       pdf_sha256 bytea CHECK (length(pdf_sha256) = 32),
       frozen_at timestamptz,
       effective_on date,
       seal_state text NOT NULL CHECK (seal_state IN ('none', 'pending', 'sealed', 'timestamp-pending', 'timestamped')),
       seal_due_at timestamptz,
       seal_attempts integer NOT NULL CHECK (seal_attempts >= 0),
       seal_failure text CHECK (length(seal_failure) <= 200),
       sealed_pdf bytea,
       sealed_sha256 bytea CHECK (length(sealed_sha256) = 32),
       sealed_at timestamptz,
       created_at timestamptz NOT NULL,
       updated_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id),
       FOREIGN KEY (practice_id, template_id, template_number) REFERENCES contract_template (practice_id, id, number),
       CONSTRAINT contract_version_frozen CHECK ((state = 'draft') = (frozen_at IS NULL)),
       CONSTRAINT contract_version_hashes CHECK (num_nulls(frozen_at, canonical_json, canonical_sha256, pdf, pdf_sha256, effective_on)
         IN (0, 6)),
       CONSTRAINT contract_version_sealed CHECK (num_nulls(sealed_pdf, sealed_sha256, sealed_at) = CASE WHEN seal_state IN ('sealed', 'timestamped') THEN 0 ELSE 3 END),
       CONSTRAINT contract_version_seal_due CHECK ((seal_state IN ('pending', 'timestamp-pending')) = (seal_due_at IS NOT NULL)),
       CONSTRAINT contract_version_seal_when CHECK (seal_state = 'none' OR state IN ('signed', 'in-force', 'superseded', 'rescinded')))`,
    // One text at a time is worked on or waits for signatures.
    `CREATE UNIQUE INDEX contract_version_open ON contract_version (practice_id, contract_id)
       WHERE state IN ('draft', 'proposed', 'changes-requested', 'partially-signed')`,
    `CREATE UNIQUE INDEX contract_version_in_force ON contract_version (practice_id, contract_id) WHERE state = 'in-force'`,
    `CREATE INDEX contract_version_seal ON contract_version (seal_due_at) WHERE seal_due_at IS NOT NULL`,

    `CREATE TABLE contract_signature (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       contract_id uuid NOT NULL,
       version integer NOT NULL,
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
       FOREIGN KEY (practice_id, contract_id, version) REFERENCES contract_version (practice_id, contract_id, number),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,

    `CREATE TABLE contract_event (
       practice_id uuid NOT NULL,
       contract_id uuid NOT NULL,
       seq integer NOT NULL CHECK (seq >= 1),
       at timestamptz NOT NULL,
       type text NOT NULL CHECK (length(type) BETWEEN 1 AND 60),
       actor text NOT NULL CHECK (actor IN ('supervisor', 'coach', 'worker')),
       member_id uuid,
       version integer CHECK (version >= 1),
       payload jsonb NOT NULL,
       prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
       hash bytea NOT NULL CHECK (length(hash) = 32),
       PRIMARY KEY (practice_id, contract_id, seq),
       FOREIGN KEY (practice_id, contract_id) REFERENCES contract (practice_id, id),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,

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

    // The second wall behind the missing privileges: it stands for the owner of the tables as well. Only the role
    // without login that retention and erasure act through may remove what its time has passed.
    `CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'DELETE' AND current_user = 'visavis_system' THEN
         RETURN OLD;
       END IF;
       RAISE EXCEPTION '% is evidence', TG_TABLE_NAME USING ERRCODE = '42501';
     END $$`,
    `CREATE FUNCTION keep_frozen_version() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF OLD.frozen_at IS NOT NULL AND (NEW.frozen_at, NEW.content, NEW.canonical_json, NEW.canonical_sha256, NEW.pdf, NEW.pdf_sha256,
           NEW.effective_on, NEW.template_id, NEW.template_number)
         IS DISTINCT FROM (OLD.frozen_at, OLD.content, OLD.canonical_json, OLD.canonical_sha256, OLD.pdf, OLD.pdf_sha256,
           OLD.effective_on, OLD.template_id, OLD.template_number) THEN
         RAISE EXCEPTION 'a frozen version is never changed' USING ERRCODE = '42501';
       END IF;
       IF OLD.sealed_at IS NOT NULL AND (NEW.sealed_at, NEW.sealed_pdf, NEW.sealed_sha256, NEW.seal_state)
         IS DISTINCT FROM (OLD.sealed_at, OLD.sealed_pdf, OLD.sealed_sha256, OLD.seal_state) THEN
         RAISE EXCEPTION 'a sealed version is never changed' USING ERRCODE = '42501';
       END IF;
       IF (NEW.practice_id, NEW.contract_id, NEW.number) IS DISTINCT FROM (OLD.practice_id, OLD.contract_id, OLD.number) THEN
         RAISE EXCEPTION 'a version stays where it is' USING ERRCODE = '42501';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER contract_version_keep BEFORE UPDATE ON contract_version
       FOR EACH ROW EXECUTE FUNCTION keep_frozen_version()`,
    `CREATE TRIGGER contract_version_stays BEFORE DELETE ON contract_version
       FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL) EXECUTE FUNCTION keep_evidence()`,
    ...['contract_signature', 'contract_event'].flatMap((table) => [
      `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_evidence()`,
    ]),

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
    ...closeByPractice('contract_version', ['select', 'insert']),
    ...grantColumns('contract_version', VERSION_MOVES),
    ...closeByPractice('contract_signature', ['select', 'insert']),
    ...closeByPractice('contract_event', ['select', 'insert']),
    ...closeByPractice('contract_comment', ['select', 'insert']),
  ];
}

/** What of a version the application may change at all; the trigger says when. */
const VERSION_MOVES = [
  'state',
  'revision',
  'content',
  'canonical_json',
  'canonical_sha256',
  'pdf',
  'pdf_sha256',
  'frozen_at',
  'effective_on',
  'seal_state',
  'seal_due_at',
  'seal_attempts',
  'seal_failure',
  'sealed_pdf',
  'sealed_sha256',
  'sealed_at',
  'updated_at',
];
