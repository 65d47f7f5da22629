import { StatementsMigration } from './statements-migration';

/** Who is asking, in one round trip. */
export class RecognisedSessions1795000000005 extends StatementsMigration {
  readonly name = 'RecognisedSessions1795000000005';

  readonly statements = [
    // The session of a token with the role its member has now, or null. Notes that the person was seen, at
    // most once per p_touch. Only finding the ids needs more rights than the caller has.
    `CREATE FUNCTION recognise_session(p_token_hash bytea, p_now timestamptz, p_idle interval, p_touch interval)
     RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       found_session record;
       found_role text;
     BEGIN
       SELECT * INTO found_session FROM find_session(p_token_hash, p_now, p_idle);
       IF found_session.session_id IS NULL THEN
         RETURN NULL;
       END IF;
       PERFORM enter_practice(found_session.practice_id, found_session.account_id);
       SELECT m.role INTO found_role FROM member m
       WHERE m.practice_id = found_session.practice_id AND m.id = found_session.member_id
         AND m.account_id = found_session.account_id;
       IF found_role IS NULL THEN
         RETURN NULL;
       END IF;
       UPDATE session s SET last_seen_at = p_now
       WHERE s.id = found_session.session_id AND s.last_seen_at <= p_now - p_touch;
       RETURN json_build_object(
         'sessionId', found_session.session_id, 'accountId', found_session.account_id,
         'practiceId', found_session.practice_id, 'memberId', found_session.member_id,
         'supervisorId', found_session.supervisor_id, 'role', found_role);
     END $$`,
    `GRANT EXECUTE ON FUNCTION recognise_session TO visavis_app`,
  ];
}
