import { StatementsMigration } from './statements-migration';

/** What the client shows of a session, in one round trip: it is the last thing a sign-in waits for. */
export class ShowedSessions1795000000022 extends StatementsMigration {
  readonly name = 'ShowedSessions1795000000022';

  readonly statements = [
    // `open`: no second factor has been given in this session. Null for who left the practice meanwhile.
    `CREATE FUNCTION show_session(p_practice uuid, p_account uuid, p_member uuid, p_supervisor uuid, p_session uuid)
     RETURNS json LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM enter_practice(p_practice, p_account);
       RETURN (
         SELECT json_build_object(
           'name', m.name, 'email', m.email, 'language', m.language, 'roles', m.roles,
           'practice', json_build_object('slug', d.slug, 'name', p.name),
           'practices', list_own_practices(p_account, p_practice),
           'supervisor', CASE WHEN s.id IS NOT NULL
             THEN json_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone) END,
           'enrolled', ARRAY(SELECT DISTINCT c.kind FROM credential c
             WHERE c.account_id = p_account AND c.kind IN ('totp', 'passkey') AND NOT c.waiting ORDER BY c.kind DESC),
           'recoveryCodes', (SELECT count(*) FROM credential c
             WHERE c.account_id = p_account AND c.kind = 'recovery-code'),
           'open', (SELECT t.second_factor_at IS NULL FROM session t WHERE t.id = p_session))
         FROM practice p
         JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
         JOIN member m ON m.practice_id = p.practice_id AND m.id = p_member
         LEFT JOIN supervisor s ON s.practice_id = p.practice_id AND s.id = p_supervisor
         WHERE p.practice_id = p_practice);
     END $$`,
    `GRANT EXECUTE ON FUNCTION show_session TO visavis_app`,
  ];
}
