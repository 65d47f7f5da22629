import { StatementsMigration } from './statements-migration';

/** A sign-in costs one password hash and little else: what surrounds it takes one round trip before and one after. */
export class QuickenedSignIns1795000000021 extends StatementsMigration {
  readonly name = 'QuickenedSignIns1795000000021';

  readonly statements = [
    // The password of an address that belongs to a practice; an unknown address asks the same of a stranger's id.
    `CREATE FUNCTION read_password(p_email text, OUT account_id uuid, OUT secret text)
     LANGUAGE plpgsql AS $$
     DECLARE
       found_account uuid := find_account(p_email);
       person uuid := coalesce(found_account, gen_random_uuid());
     BEGIN
       PERFORM enter_practice(NULL, person);
       account_id := found_account;
       SELECT c.secret INTO secret FROM credential c
       WHERE c.account_id = person AND c.kind = 'password'
         AND EXISTS (SELECT 1 FROM membership_index m WHERE m.account_id = person);
     END $$`,
    // A session in the practice that was joined first, with the kinds of second factor that are enrolled; null
    // for who is in no practice any more. It waits, and not for long, when one is enrolled and p_passkey is false.
    `CREATE FUNCTION open_session(p_id uuid, p_account uuid, p_token_hash bytea, p_browser text, p_system text,
       p_passkey boolean, p_now timestamptz, p_until timestamptz, p_waiting_until timestamptz) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       first_practice uuid;
       kinds text[];
       waits boolean;
     BEGIN
       PERFORM enter_practice(NULL, p_account);
       SELECT p.practice_id INTO first_practice FROM practices_of(p_account) p LIMIT 1;
       IF first_practice IS NULL THEN
         RETURN NULL;
       END IF;
       kinds := ARRAY(SELECT DISTINCT c.kind FROM credential c
         WHERE c.account_id = p_account AND c.kind <> 'password' AND NOT c.waiting);
       waits := NOT p_passkey AND kinds && ARRAY['totp', 'passkey'];
       INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, proven_at,
         proven_by, created_at, last_seen_at, expires_at)
       VALUES (p_id, p_account, first_practice, p_token_hash, p_browser, p_system,
         CASE WHEN p_passkey THEN p_now END, CASE WHEN p_passkey THEN p_now END, CASE WHEN p_passkey THEN 'passkey' END,
         p_now, p_now, CASE WHEN waits THEN p_waiting_until ELSE p_until END);
       RETURN json_build_object('waits', waits, 'kinds', kinds);
     END $$`,
    `GRANT EXECUTE ON FUNCTION read_password, open_session TO visavis_app`,
  ];
}
