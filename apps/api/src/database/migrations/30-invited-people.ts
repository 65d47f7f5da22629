import { closeByPerson, closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** People come by invitation and leave by deactivation or erasure; an instance begins with its set-up. */
export class InvitedPeople1795000000030 extends StatementsMigration {
  readonly name = 'InvitedPeople1795000000030';

  readonly statements = [
    `CREATE TABLE invitation (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       id uuid NOT NULL,
       email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
       name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
       roles text[] NOT NULL CHECK (roles <@ '{owner,supervisor,coach}' AND cardinality(roles) BETWEEN 1 AND 3),
       language text NOT NULL CHECK (language IN ('fr', 'en')),
       version integer NOT NULL CHECK (version >= 1),
       state text NOT NULL CHECK (state IN ('open', 'accepted', 'withdrawn', 'expired')),
       invited_by uuid NOT NULL,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       accepted_at timestamptz,
       member_id uuid,
       PRIMARY KEY (practice_id, id),
       FOREIGN KEY (practice_id, invited_by) REFERENCES member (practice_id, id),
       FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
       CONSTRAINT invitation_accepted CHECK ((state = 'accepted') = (accepted_at IS NOT NULL AND member_id IS NOT NULL)))`,
    `CREATE UNIQUE INDEX invitation_open_email ON invitation (practice_id, email) WHERE state = 'open'`,
    `CREATE INDEX invitation_time ON invitation (practice_id, created_at DESC, id DESC)`,
    ...closeByPractice('invitation', ['select', 'insert', 'update']),
    `ALTER TABLE letter ADD CONSTRAINT letter_invitation_of
       FOREIGN KEY (practice_id, invitation_id) REFERENCES invitation (practice_id, id)`,

    // A name as it is searched: lower case, without accents, with the address behind it.
    `ALTER TABLE member ADD COLUMN deactivated_at timestamptz, ADD COLUMN erased_at timestamptz,
       ADD COLUMN searched text NOT NULL GENERATED ALWAYS AS
         (lower(regexp_replace(normalize(name || ' ' || email, NFD), '[\\u0300-\\u036f]', '', 'g'))) STORED`,
    `CREATE INDEX member_by_name ON member (practice_id, searched, id)`,
    `CREATE INDEX member_by_email ON member (practice_id, email, id)`,
    `CREATE INDEX member_by_time ON member (practice_id, created_at, id)`,

    // An account begins with the person: nobody else may write its rows.
    ...closeByPerson('account', 'id', ['insert']),
    ...closeByPerson('membership_index', 'account_id', ['insert']),
    ...closeByPractice('member', ['insert', 'update']),
    ...closeByPractice('supervisor', ['insert']),
    ...closeByPractice('calendar', ['insert']),

    // The last word about owners: two who demote each other queue at the practice's row, and the second is told.
    `CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM 1 FROM practice p WHERE p.practice_id = OLD.practice_id FOR UPDATE;
       IF NOT EXISTS (SELECT 1 FROM member m WHERE m.practice_id = OLD.practice_id AND m.id <> OLD.id
           AND m.status = 'active' AND 'owner' = ANY (m.roles)) THEN
         RAISE EXCEPTION 'last-owner';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER member_keeps_an_owner BEFORE UPDATE ON member FOR EACH ROW
       WHEN (OLD.status = 'active' AND 'owner' = ANY (OLD.roles)
         AND NOT (NEW.status = 'active' AND 'owner' = ANY (NEW.roles)))
       EXECUTE FUNCTION keep_an_owner()`,

    `CREATE FUNCTION instance_is_empty() RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT NOT EXISTS (SELECT 1 FROM account) $$`,
    // The first practice of an instance, made by whoever holds the link on its console. Of two at once one waits
    // and is told.
    `CREATE FUNCTION set_up_instance(p jsonb, p_now timestamptz) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM pg_advisory_xact_lock(1795000000030);
       IF NOT instance_is_empty() THEN
         RAISE EXCEPTION 'already-set-up';
       END IF;
       PERFORM create_practice(p, p_now);
     END $$`,
    // A person who has an account already joins with it; a new one brings a password.
    `CREATE OR REPLACE FUNCTION create_practice(p jsonb, p_now timestamptz) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       s jsonb;
       v_practice uuid := (p ->> 'id')::uuid;
       v_account uuid;
     BEGIN
       INSERT INTO practice (practice_id, name, country, retention_months, allowed_origins, privacy_notice, imprint, created_at)
       VALUES (v_practice, p ->> 'name', p ->> 'country', 12,
         ARRAY(SELECT jsonb_array_elements_text(p -> 'allowedOrigins')), p -> 'privacyNotice', p -> 'imprint', p_now);
       INSERT INTO practice_address (slug, practice_id, current) VALUES (p ->> 'slug', v_practice, true);
       FOR s IN SELECT * FROM jsonb_array_elements(p -> 'supervisors') LOOP
         v_account := (s ->> 'accountId')::uuid;
         IF s ->> 'passwordHash' IS NULL THEN
           v_account := find_account(s ->> 'email');
           IF v_account IS NULL THEN
             RAISE EXCEPTION 'no-account';
           END IF;
         ELSE
           INSERT INTO account (id, email, name, language, created_at)
           VALUES (v_account, lower(s ->> 'email'), s ->> 'name', s ->> 'language', p_now);
           INSERT INTO credential (id, account_id, kind, secret, created_at)
           VALUES ((s ->> 'credentialId')::uuid, v_account, 'password', s ->> 'passwordHash', p_now);
         END IF;
         INSERT INTO membership_index (account_id, practice_id, member_id)
         VALUES (v_account, v_practice, (s ->> 'memberId')::uuid);
         INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
         VALUES (v_practice, (s ->> 'memberId')::uuid, v_account, ARRAY(SELECT jsonb_array_elements_text(s -> 'roles')),
           'active', s ->> 'name', lower(s ->> 'email'), s ->> 'language', p_now);
         INSERT INTO supervisor (practice_id, id, member_id, slug, name, email, language, introduction, time_zone,
           holiday_country, feed_version, feed_details, active, created_at)
         VALUES (v_practice, (s ->> 'id')::uuid, (s ->> 'memberId')::uuid, s ->> 'slug', s ->> 'name', s ->> 'email',
           s ->> 'language', s -> 'introduction', s ->> 'timeZone', p ->> 'country', 1, false, true, p_now);
         INSERT INTO calendar (practice_id, supervisor_id, version) VALUES (v_practice, (s ->> 'id')::uuid, 1);
         INSERT INTO offer (practice_id, id, supervisor_id, kind, length_min, step_min, buffer_before_min,
           buffer_after_min, min_notice_min, horizon_days, max_per_day, same_hours_as, weekly)
         SELECT v_practice, (o ->> 'id')::uuid, (s ->> 'id')::uuid, o ->> 'kind', (o ->> 'lengthMin')::int,
           (o ->> 'stepMin')::int, (o ->> 'bufferBeforeMin')::int, (o ->> 'bufferAfterMin')::int,
           (o ->> 'minNoticeMin')::int, (o ->> 'horizonDays')::int, (o ->> 'maxPerDay')::int, o ->> 'sameHoursAs', o -> 'weekly'
         FROM jsonb_array_elements(s -> 'offers') AS o;
       END LOOP;
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (v_practice, coalesce((p ->> 'auditId')::uuid, gen_random_uuid()), p_now, 'operator', 'practice-created', v_practice);
     END $$`,
    `GRANT INSERT ON audit_event TO visavis_system`,
    ...DEFINERS.flatMap((name) => [
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),
  ];
}

const DEFINERS = ['instance_is_empty', 'set_up_instance'] as const;
