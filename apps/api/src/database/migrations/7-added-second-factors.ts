import { closeByPerson } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Credentials of four kinds, one-time codes, and letters about more than appointments. */
export class AddedSecondFactors1795000000007 extends StatementsMigration {
  readonly name = 'AddedSecondFactors1795000000007';

  readonly statements = [
    // What each kind keeps in `secret`: password, PHC string; totp, the sealed secret; recovery-code, its hash;
    // passkey, the public key. `counter` is a passkey's signature counter, or the last time step whose code was
    // used. A TOTP secret that no code has confirmed yet stands beside the one in use.
    `ALTER TABLE credential DROP CONSTRAINT credential_kind`,
    `ALTER TABLE credential DROP CONSTRAINT credential_kind_check`,
    `ALTER TABLE credential ADD CONSTRAINT credential_kind_check CHECK (kind IN ('password', 'totp', 'recovery-code', 'passkey'))`,
    `ALTER TABLE credential ADD COLUMN name text, ADD COLUMN passkey_id text, ADD COLUMN counter bigint,
       ADD COLUMN transports text[], ADD COLUMN synced boolean, ADD COLUMN waiting boolean NOT NULL DEFAULT false,
       ADD COLUMN used_at timestamptz`,
    `ALTER TABLE credential ADD CONSTRAINT credential_name CHECK (length(name) BETWEEN 1 AND 120)`,
    `ALTER TABLE credential ADD CONSTRAINT credential_passkey CHECK ((kind = 'passkey') = (passkey_id IS NOT NULL)
       AND (kind = 'passkey') = (name IS NOT NULL) AND (kind = 'passkey') = (synced IS NOT NULL))`,
    `ALTER TABLE credential ADD CONSTRAINT credential_waiting CHECK (kind = 'totp' OR NOT waiting)`,
    `CREATE UNIQUE INDEX credential_password_once ON credential (account_id) WHERE kind = 'password'`,
    `CREATE UNIQUE INDEX credential_totp_once ON credential (account_id, waiting) WHERE kind = 'totp'`,
    `CREATE UNIQUE INDEX credential_passkey_once ON credential (passkey_id) WHERE kind = 'passkey'`,
    `CREATE INDEX credential_account ON credential (account_id, kind)`,
    ...closeByPerson('credential', 'account_id', ['insert', 'delete']),

    // A code itself is kept nowhere: it is derived from id and key. A ceremony of somebody who has not signed in
    // yet has no account. `target` and `former` are the two addresses of a change.
    `CREATE TABLE one_time_code (
       id uuid PRIMARY KEY,
       account_id uuid REFERENCES account (id) ON DELETE CASCADE,
       session_id uuid,
       purpose text NOT NULL CHECK (purpose IN ('proof', 'password-reset', 'email-change', 'passkey-registration',
         'passkey-assertion')),
       target text CHECK (length(target) BETWEEN 3 AND 254),
       former text CHECK (length(former) BETWEEN 3 AND 254),
       attempts integer NOT NULL CHECK (attempts BETWEEN 0 AND 5),
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       used_at timestamptz,
       CONSTRAINT one_time_code_life CHECK (expires_at > created_at AND expires_at <= created_at + interval '10 minutes'),
       CONSTRAINT one_time_code_person CHECK (account_id IS NOT NULL OR purpose = 'passkey-assertion'),
       CONSTRAINT one_time_code_address CHECK ((purpose = 'email-change') = (target IS NOT NULL)
         AND (purpose = 'email-change') = (former IS NOT NULL)))`,
    `CREATE INDEX one_time_code_account ON one_time_code (account_id, purpose)`,
    `CREATE INDEX one_time_code_expiry ON one_time_code (expires_at)`,
    ...closeByPerson('one_time_code', 'account_id', ['select', 'insert', 'update', 'delete']),

    // A letter is about one thing. Which kinds there are is known to those who write them.
    `ALTER TABLE letter ALTER COLUMN appointment_id DROP NOT NULL`,
    `ALTER TABLE letter ADD COLUMN contract_id uuid, ADD COLUMN invitation_id uuid, ADD COLUMN code_id uuid,
       ADD COLUMN member_id uuid`,
    `ALTER TABLE letter ADD CONSTRAINT letter_about_one CHECK (num_nonnulls(appointment_id, contract_id, invitation_id, code_id) = 1)`,
    `ALTER TABLE letter ADD CONSTRAINT letter_member FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)`,
    `ALTER TABLE letter DROP CONSTRAINT letter_kind_check`,
    `ALTER TABLE letter ADD CONSTRAINT letter_kind_check CHECK (kind ~ '^[a-z0-9-]{3,40}$')`,
    `ALTER TABLE letter DROP CONSTRAINT letter_recipient_check`,
    `ALTER TABLE letter ADD CONSTRAINT letter_recipient_check CHECK (recipient IN ('visitor', 'supervisor', 'member', 'invitee'))`,
    `ALTER TABLE letter ADD CONSTRAINT letter_to_member CHECK (recipient <> 'member' OR member_id IS NOT NULL)`,
    `CREATE INDEX letter_contract ON letter (practice_id, contract_id) WHERE contract_id IS NOT NULL`,
    `CREATE INDEX letter_invitation ON letter (practice_id, invitation_id) WHERE invitation_id IS NOT NULL`,
    `CREATE INDEX letter_code ON letter (practice_id, code_id) WHERE code_id IS NOT NULL`,

    // With what the second factor of the session is like: 'given', 'waiting' (enrolled, not given yet) or 'none'.
    `CREATE OR REPLACE FUNCTION recognise_session(p_token_hash bytea, p_now timestamptz, p_idle interval, p_touch interval)
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
       SELECT s.proven_at, s.last_seen_at,
         CASE WHEN s.second_factor_at IS NOT NULL THEN 'given'
           WHEN EXISTS (SELECT 1 FROM credential c WHERE c.account_id = s.account_id AND c.kind IN ('totp', 'passkey')
             AND NOT c.waiting) THEN 'waiting'
           ELSE 'none' END AS second_factor
       INTO own_session FROM session s WHERE s.id = found_session.session_id;
       IF own_session.last_seen_at <= p_now - p_touch THEN
         UPDATE session s SET last_seen_at = p_now
         WHERE s.id = found_session.session_id AND s.last_seen_at <= p_now - p_touch;
       END IF;
       RETURN json_build_object(
         'secondFactor', own_session.second_factor,
         'asking', json_build_object(
           'sessionId', found_session.session_id, 'accountId', found_session.account_id,
           'practiceId', found_session.practice_id, 'memberId', found_session.member_id,
           'roles', found_member.roles, 'supervisorId', found_member.supervisor_id,
           'provenAt', (extract(epoch FROM own_session.proven_at) * 1000)::bigint));
     END $$`,

    // Found, or kept, before a person is known.
    `CREATE FUNCTION find_passkey(p_passkey_id text) RETURNS uuid
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
     $$ SELECT account_id FROM credential WHERE kind = 'passkey' AND passkey_id = p_passkey_id $$`,
    `CREATE FUNCTION find_code(p_id uuid, p_purpose text) RETURNS uuid
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
     $$ SELECT account_id FROM one_time_code WHERE id = p_id AND purpose = p_purpose $$`,
    `CREATE FUNCTION begin_ceremony(p_id uuid, p_now timestamptz, p_until timestamptz) RETURNS void
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       INSERT INTO one_time_code (id, purpose, attempts, created_at, expires_at)
       VALUES (p_id, 'passkey-assertion', 0, p_now, p_until) $$`,
    // True once, and only in its time.
    `CREATE FUNCTION end_ceremony(p_id uuid, p_now timestamptz) RETURNS boolean
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       WITH ended AS (DELETE FROM one_time_code
         WHERE id = p_id AND account_id IS NULL AND purpose = 'passkey-assertion' RETURNING expires_at)
       SELECT EXISTS (SELECT 1 FROM ended WHERE expires_at > p_now) $$`,
    `CREATE FUNCTION forget_codes(p_before timestamptz) RETURNS bigint
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       WITH gone AS (DELETE FROM one_time_code WHERE expires_at < p_before RETURNING 1) SELECT count(*) FROM gone $$`,
    // Name, address and language of the person who is asking, copied to where practices read them.
    `CREATE FUNCTION renew_own_members() RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       person uuid := nullif(current_setting('app.person_id', true), '')::uuid;
     BEGIN
       UPDATE member m SET name = a.name, email = a.email, language = a.language
       FROM account a WHERE a.id = person AND m.account_id = a.id;
       UPDATE supervisor s SET name = m.name, email = m.email, language = m.language
       FROM member m WHERE m.account_id = person AND s.practice_id = m.practice_id AND s.member_id = m.id;
     END $$`,
    // What a change of roles or a deactivation does to whoever is signed in.
    `CREATE FUNCTION end_sessions(p_practice uuid, p_account uuid) RETURNS bigint
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       WITH gone AS (DELETE FROM session WHERE practice_id = p_practice AND account_id = p_account RETURNING 1)
       SELECT count(*) FROM gone $$`,
    `GRANT SELECT, INSERT, DELETE ON one_time_code TO visavis_system`,
    `GRANT UPDATE ON member, supervisor TO visavis_system`,
    ...FUNCTIONS.map((name) => `ALTER FUNCTION ${name} OWNER TO visavis_system`),
    ...FUNCTIONS.map((name) => `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`),

    // A practice made by the operator may bring second factors, as a demo or a trial does.
    `CREATE FUNCTION add_totp(p_id uuid, p_account uuid, p_secret text, p_now timestamptz) RETURNS void
     LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
       INSERT INTO credential (id, account_id, kind, secret, created_at) VALUES (p_id, p_account, 'totp', p_secret, p_now) $$`,
    `ALTER FUNCTION add_totp OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION add_totp TO visavis_owner`,
  ];
}

const FUNCTIONS = [
  'find_passkey',
  'find_code',
  'begin_ceremony',
  'end_ceremony',
  'forget_codes',
  'renew_own_members',
  'end_sessions',
] as const;
