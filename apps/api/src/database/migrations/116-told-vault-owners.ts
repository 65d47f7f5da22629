import { StatementsMigration } from './statements-migration';

/** A practice is erased thirty days after everybody whose journal goes with it was told by letter. */
export class ToldVaultOwners1795000000116 extends StatementsMigration {
  readonly name = 'ToldVaultOwners1795000000116';

  readonly statements = [
    // Ids only: row-level security shows a vault to its owner alone.
    `CREATE FUNCTION vault_owners(p_practice uuid) RETURNS TABLE (member_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT DISTINCT v.owner_id FROM vault v WHERE v.practice_id = p_practice $$`,
    `REVOKE ALL ON FUNCTION vault_owners FROM PUBLIC`,
    `ALTER FUNCTION vault_owners OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION vault_owners TO visavis_app`,

    // Due, and no letter to the owner of a vault still to leave or less than thirty days old. One that cannot be
    // delivered to anybody does not keep the practice for ever.
    `CREATE OR REPLACE FUNCTION practices_to_erase(p_now timestamptz) RETURNS TABLE (practice_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT p.practice_id FROM practice p WHERE p.erasure_due_at <= p_now AND NOT EXISTS (
         SELECT 1 FROM letter l WHERE l.practice_id = p.practice_id AND l.kind = 'practice-erasing'
           AND l.created_at >= p.erasure_asked_at AND (l.state IN ('planned', 'sending') OR l.sent_at > p_now - interval '30 days')
           AND EXISTS (SELECT 1 FROM vault v WHERE v.practice_id = l.practice_id AND v.owner_id = l.member_id))
       ORDER BY p.erasure_due_at $$`,

    // Contracts go before what was opened under them, when their practice does.
    `CREATE FUNCTION close_with_contract() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM end_grants(OLD.practice_id, OLD.id);
       RETURN OLD;
     END $$`,
    `REVOKE ALL ON FUNCTION close_with_contract() FROM PUBLIC`,
    `CREATE TRIGGER contract_closes_grants BEFORE DELETE ON contract FOR EACH ROW EXECUTE FUNCTION close_with_contract()`,
  ];
}
