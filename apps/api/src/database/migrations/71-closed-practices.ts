import { StatementsMigration } from './statements-migration';

/** A practice that waits for its erasure takes no new appointments, and the public pages know how a practice looks. */
export class ClosedPractices1795000000071 extends StatementsMigration {
  readonly name = 'ClosedPractices1795000000071';

  readonly statements = [
    // Pages and answers from memory may be some seconds behind; this is not.
    `CREATE FUNCTION refuse_new_appointments() RETURNS trigger
     LANGUAGE plpgsql AS $$
     BEGIN
       IF EXISTS (SELECT 1 FROM practice p WHERE p.practice_id = NEW.practice_id AND p.erasure_due_at IS NOT NULL) THEN
         RAISE EXCEPTION 'practice-closing';
       END IF;
       RETURN NEW;
     END $$`,
    `REVOKE ALL ON FUNCTION refuse_new_appointments() FROM PUBLIC`,
    `CREATE TRIGGER appointment_closing BEFORE INSERT ON appointment FOR EACH ROW WHEN (NEW.kind <> 'block')
     EXECUTE FUNCTION refuse_new_appointments()`,

    `CREATE OR REPLACE FUNCTION read_public_practice(p_slug text) RETURNS json
     LANGUAGE plpgsql AS $$
     DECLARE
       found_practice uuid;
     BEGIN
       SELECT d.practice_id INTO found_practice FROM practice_address d WHERE d.slug = p_slug;
       IF found_practice IS NULL THEN
         RETURN NULL;
       END IF;
       PERFORM enter_practice(found_practice);
       RETURN (
         SELECT json_build_object(
           'id', p.practice_id, 'slug', d.slug, 'name', p.name, 'country', p.country,
           'accent', p.accent, 'motto', p.motto, 'languages', p.languages, 'closing', p.erasure_due_at IS NOT NULL,
           'allowedOrigins', p.allowed_origins,
           'supervisors', coalesce((
             SELECT json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'email', s.email,
               'language', s.language, 'introduction', s.introduction, 'timeZone', s.time_zone,
               'formerSlugs', coalesce((SELECT json_agg(f.slug) FROM supervisor_former_slug f
                 WHERE f.practice_id = s.practice_id AND f.supervisor_id = s.id), '[]')) ORDER BY s.name)
             FROM supervisor s WHERE s.practice_id = p.practice_id AND s.active), '[]'))
         FROM practice p JOIN practice_address d ON d.practice_id = p.practice_id AND d.current
         WHERE p.practice_id = found_practice);
     END $$`,
  ];
}
