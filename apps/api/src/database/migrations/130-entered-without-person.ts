import { StatementsMigration } from './statements-migration';

/** Whoever only looks as a practice sets one name instead of two: a statement less in every look at a calendar. */
export class EnteredWithoutPerson1795000000130 extends StatementsMigration {
  readonly name = 'EnteredWithoutPerson1795000000130';

  readonly statements = [
    // SET LOCAL because set_config() does not reach parallel workers. A person who is there is always sent away.
    `CREATE OR REPLACE FUNCTION enter_practice(practice uuid, person uuid DEFAULT NULL) RETURNS void
     LANGUAGE plpgsql AS $$
     BEGIN
       EXECUTE format('SET LOCAL app.practice_id = %L', coalesce(practice::text, ''));
       IF person IS NOT NULL OR current_setting('app.person_id', true) <> '' THEN
         EXECUTE format('SET LOCAL app.person_id = %L', coalesce(person::text, ''));
       END IF;
     END $$`,
  ];
}
