import { StatementsMigration } from './statements-migration';

/** Whoever was deactivated comes back to their vault for twelve months. After them nobody can reach it, and it goes. */
export class ErasedLeftVaults1795000000125 extends StatementsMigration {
  readonly name = 'ErasedLeftVaults1795000000125';

  readonly statements = [
    // As erase_vault: counted by what is sealed, since public keys may stay for comments elsewhere.
    `CREATE FUNCTION left_vaults_to_erase(p_now timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, vault_id uuid, member_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT v.practice_id, v.id, m.id FROM member m
       JOIN vault v ON v.practice_id = m.practice_id AND v.owner_id = m.id AND v.set_aside_at IS NULL
       WHERE m.status = 'deactivated' AND m.deactivated_at + interval '12 months' <= p_now
         AND EXISTS (SELECT 1 FROM vault_generation g WHERE g.practice_id = v.practice_id AND g.vault_id = v.id)
       ORDER BY m.deactivated_at LIMIT p_most $$`,
    // The member before the vault, as where somebody is erased: whoever is taken back meanwhile keeps everything. A row
    // that stays for its public keys is set aside, so that they could begin anew.
    `CREATE FUNCTION erase_left_vault(p_practice uuid, p_vault uuid, p_member uuid, p_audit uuid, p_now timestamptz)
     RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM 1 FROM member m WHERE m.practice_id = p_practice AND m.id = p_member AND m.status = 'deactivated'
         AND m.deactivated_at + interval '12 months' <= p_now FOR NO KEY UPDATE;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       PERFORM 1 FROM vault v WHERE v.practice_id = p_practice AND v.id = p_vault AND v.owner_id = p_member
         AND v.set_aside_at IS NULL AND EXISTS (SELECT 1 FROM vault_generation g
           WHERE g.practice_id = v.practice_id AND g.vault_id = v.id) FOR UPDATE;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       PERFORM remove_vault(p_practice, p_vault);
       UPDATE vault v SET set_aside_at = p_now WHERE v.practice_id = p_practice AND v.id = p_vault;
       UPDATE letter l SET state = 'superseded', failure = 'overtaken' WHERE l.practice_id = p_practice
         AND l.member_id = p_member AND l.kind = 'journal-reminder' AND l.state = 'planned';
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'worker', 'vault-erased', p_vault);
       RETURN true;
     END $$`,
    // Counts and dates only: the owner of a practice sees no vault.
    `CREATE FUNCTION vaults_left(p_practice uuid) RETURNS TABLE (left_at timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT m.deactivated_at FROM member m
       JOIN vault v ON v.practice_id = m.practice_id AND v.owner_id = m.id AND v.set_aside_at IS NULL
       WHERE m.practice_id = p_practice AND m.status = 'deactivated' AND EXISTS (SELECT 1 FROM vault_generation g
         WHERE g.practice_id = v.practice_id AND g.vault_id = v.id) $$`,
    `GRANT SELECT, UPDATE ON letter, member TO visavis_system`,
    ...['left_vaults_to_erase', 'erase_left_vault', 'vaults_left'].flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `ALTER FUNCTION ${name} OWNER TO visavis_system`,
      `GRANT EXECUTE ON FUNCTION ${name} TO visavis_app`,
    ]),
  ];
}
