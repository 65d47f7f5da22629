import { closeByPerson, closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** People, practices and addresses: what must exist before anything can be booked. */
export class CreatedPractices1795000000001 extends StatementsMigration {
  readonly name = 'CreatedPractices1795000000001';

  readonly statements = [
    `CREATE FUNCTION enter_practice(practice uuid, person uuid DEFAULT NULL) RETURNS void
     LANGUAGE plpgsql AS $$
     BEGIN
       EXECUTE format('SET LOCAL app.practice_id = %L', coalesce(practice::text, ''));
       EXECUTE format('SET LOCAL app.person_id = %L', coalesce(person::text, ''));
     END $$`,

    // Global tables. Times come from the application's clock, so none has a default.
    `CREATE TABLE account (
       id uuid PRIMARY KEY,
       email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
       name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
       language text NOT NULL CHECK (language IN ('fr', 'en')),
       created_at timestamptz NOT NULL,
       CONSTRAINT account_email UNIQUE (email))`,
    `CREATE TABLE credential (
       id uuid PRIMARY KEY,
       account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
       kind text NOT NULL CHECK (kind IN ('password')),
       secret text NOT NULL,
       created_at timestamptz NOT NULL,
       CONSTRAINT credential_kind UNIQUE (account_id, kind))`,
    `CREATE TABLE session (
       id uuid PRIMARY KEY,
       account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
       token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
       created_at timestamptz NOT NULL,
       last_seen_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       CONSTRAINT session_token UNIQUE (token_hash))`,
    `CREATE INDEX session_account ON session (account_id)`,
    `CREATE INDEX session_expiry ON session (expires_at)`,
    `CREATE TABLE practice_address (
       slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(slug) BETWEEN 2 AND 60),
       practice_id uuid NOT NULL,
       current boolean NOT NULL)`,
    `CREATE UNIQUE INDEX practice_address_current ON practice_address (practice_id) WHERE current`,
    `CREATE TABLE membership_index (
       account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
       practice_id uuid NOT NULL,
       member_id uuid NOT NULL,
       PRIMARY KEY (account_id, practice_id))`,
    // Counters of limits. Unlogged: a crash of the database resets limits, never bookings.
    `CREATE UNLOGGED TABLE rate_limit (
       key text PRIMARY KEY,
       points integer NOT NULL DEFAULT 0,
       expire bigint)`,
    `CREATE INDEX rate_limit_expire ON rate_limit (expire)`,

    // Practice-owned tables.
    `CREATE TABLE practice (
       practice_id uuid PRIMARY KEY,
       name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
       country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
       region text CHECK (length(region) <= 20),
       retention_months integer NOT NULL CHECK (retention_months BETWEEN 1 AND 36),
       allowed_origins text[] NOT NULL,
       privacy_notice jsonb NOT NULL,
       imprint jsonb NOT NULL,
       created_at timestamptz NOT NULL)`,
    `CREATE TABLE member (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       id uuid NOT NULL,
       account_id uuid NOT NULL REFERENCES account (id),
       role text NOT NULL CHECK (role IN ('owner', 'supervisor')),
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT member_account UNIQUE (practice_id, account_id))`,
    `CREATE TABLE supervisor (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       member_id uuid NOT NULL,
       slug text NOT NULL CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(slug) BETWEEN 2 AND 60),
       name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
       email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
       language text NOT NULL CHECK (language IN ('fr', 'en')),
       introduction jsonb NOT NULL,
       time_zone text NOT NULL,
       holiday_country text CHECK (holiday_country ~ '^[A-Z]{2}$'),
       holiday_region text CHECK (length(holiday_region) <= 20),
       feed_version integer NOT NULL CHECK (feed_version >= 1),
       feed_details boolean NOT NULL,
       active boolean NOT NULL,
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT supervisor_member UNIQUE (practice_id, member_id),
       CONSTRAINT supervisor_slug UNIQUE (practice_id, slug),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id))`,
    `CREATE TABLE supervisor_former_slug (
       practice_id uuid NOT NULL,
       id uuid NOT NULL,
       supervisor_id uuid NOT NULL,
       slug text NOT NULL CHECK (length(slug) BETWEEN 2 AND 60),
       PRIMARY KEY (practice_id, id),
       CONSTRAINT supervisor_former_slug_once UNIQUE (practice_id, slug),
       FOREIGN KEY (practice_id, supervisor_id) REFERENCES supervisor (practice_id, id))`,
    `CREATE TABLE audit_event (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       id uuid NOT NULL,
       at timestamptz NOT NULL,
       actor text NOT NULL CHECK (actor IN ('visitor', 'member', 'worker', 'operator')),
       member_id uuid,
       act text NOT NULL CHECK (length(act) BETWEEN 1 AND 60),
       object_id uuid,
       PRIMARY KEY (practice_id, id))`,
    `CREATE INDEX audit_event_object ON audit_event (practice_id, object_id)`,

    ...closeByPerson('account', 'id', ['select', 'update']),
    ...closeByPerson('credential', 'account_id', ['select', 'update']),
    ...closeByPerson('session', 'account_id', ['select', 'insert', 'update', 'delete']),
    ...closeByPerson('membership_index', 'account_id', ['select']),
    `GRANT SELECT ON practice_address TO visavis_app`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO visavis_app`,
    ...closeByPractice('practice', ['select', 'update']),
    ...closeByPractice('member', ['select']),
    ...closeByPractice('supervisor', ['select', 'update']),
    ...closeByPractice('supervisor_former_slug', ['select', 'insert', 'delete']),
    ...closeByPractice('audit_event', ['select', 'insert']),
  ];
}
