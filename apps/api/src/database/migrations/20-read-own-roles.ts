import { StatementsMigration } from './statements-migration';

/** The roles of a person everywhere: what they may take away must suit all of their practices. */
export class ReadOwnRoles1795000000020 extends StatementsMigration {
  readonly name = 'ReadOwnRoles1795000000020';

  readonly statements = [
    `CREATE FUNCTION own_roles(p_account uuid, p_practice uuid) RETURNS text[]
     LANGUAGE plpgsql AS $$
     DECLARE
       own record;
       found text[] := '{}';
     BEGIN
       FOR own IN SELECT * FROM practices_of(p_account) LOOP
         PERFORM enter_practice(own.practice_id, p_account);
         found := found || (SELECT m.roles FROM member m WHERE m.practice_id = own.practice_id AND m.id = own.member_id);
       END LOOP;
       PERFORM enter_practice(p_practice, p_account);
       RETURN found;
     END $$`,
    `GRANT EXECUTE ON FUNCTION own_roles TO visavis_app`,
  ];
}
