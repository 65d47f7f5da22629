import { StatementsMigration } from './statements-migration';

/** About how many rows a contract has, so that a step of a practice's erasure stays within its measure. */
const ROWS_OF_A_CONTRACT = 100;

/** What contracts leave behind goes when its time is over, and with its practice. */
export class OutlivedContracts1795000000080 extends StatementsMigration {
  readonly name = 'OutlivedContracts1795000000080';

  readonly statements = [
    // Until when a contract is kept, null while it lives: years after its end when both had signed; else, closed or
    // left as a draft, as long as what visitors told. Found, erased and counted by this one sentence.
    `CREATE FUNCTION contract_kept_until(c contract, p practice) RETURNS timestamptz
     LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
       SELECT CASE
         WHEN c.closed_at IS NULL AND c.state <> 'draft' THEN NULL
         WHEN c.concluded_at IS NOT NULL THEN c.closed_at + make_interval(years => p.contract_retention_years)
         ELSE coalesce(c.closed_at, c.updated_at) + make_interval(months => p.retention_months) END $$`,
    `REVOKE ALL ON FUNCTION contract_kept_until FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION contract_kept_until TO visavis_app, visavis_system`,
    `CREATE INDEX contract_resting ON contract (coalesce(closed_at, updated_at))
       WHERE closed_at IS NOT NULL OR state = 'draft'`,

    // The first two conditions can use an index: none is kept for less than a month.
    `CREATE FUNCTION outlived_contracts(p_now timestamptz, p_most integer)
     RETURNS TABLE (practice_id uuid, contract_id uuid)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       SELECT c.practice_id, c.id FROM contract c JOIN practice p ON p.practice_id = c.practice_id
       WHERE (c.closed_at IS NOT NULL OR c.state = 'draft')
         AND coalesce(c.closed_at, c.updated_at) <= p_now - interval '1 month'
         AND contract_kept_until(c, p) <= p_now
       ORDER BY coalesce(c.closed_at, c.updated_at) LIMIT p_most $$`,

    // Every row of a contract, the contract last. Appointments stay: they say when a supervisor was taken, not by whom.
    `CREATE FUNCTION remove_contract(p_practice uuid, p_contract uuid) RETURNS void
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       DELETE FROM letter l WHERE l.practice_id = p_practice AND (l.contract_id = p_contract OR l.appointment_id IN (
         SELECT s.appointment_id FROM supervision_session s WHERE s.practice_id = p_practice AND s.contract_id = p_contract));
       DELETE FROM ledger_entry e WHERE e.practice_id = p_practice AND e.contract_id = p_contract;
       DELETE FROM supervision_session s WHERE s.practice_id = p_practice AND s.contract_id = p_contract;
       DELETE FROM contract_comment k WHERE k.practice_id = p_practice AND k.contract_id = p_contract;
       DELETE FROM contract_event e WHERE e.practice_id = p_practice AND e.contract_id = p_contract;
       DELETE FROM contract_seal s WHERE s.practice_id = p_practice AND s.contract_id = p_contract;
       DELETE FROM contract_signature g WHERE g.practice_id = p_practice AND g.contract_id = p_contract;
       -- A version and its texts refer to each other: they go in one statement.
       WITH texts AS (DELETE FROM contract_text t WHERE t.practice_id = p_practice AND t.contract_id = p_contract)
       DELETE FROM contract_version v WHERE v.practice_id = p_practice AND v.contract_id = p_contract;
       UPDATE contract c SET renews_id = NULL WHERE c.practice_id = p_practice AND c.renews_id = p_contract;
       DELETE FROM contract c WHERE c.practice_id = p_practice AND c.id = p_contract;
     END $$`,
    // False when there is nothing (any more) whose time is over.
    `CREATE FUNCTION erase_contract(p_practice uuid, p_contract uuid, p_audit uuid, p_now timestamptz) RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       PERFORM 1 FROM contract c JOIN practice p ON p.practice_id = c.practice_id
       WHERE c.practice_id = p_practice AND c.id = p_contract AND contract_kept_until(c, p) <= p_now FOR UPDATE OF c;
       IF NOT FOUND THEN
         RETURN false;
       END IF;
       PERFORM remove_contract(p_practice, p_contract);
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'worker', 'contract-erased', p_contract);
       RETURN true;
     END $$`,

    // As before, contracts first: versions and their texts could not go table by table.
    `CREATE OR REPLACE FUNCTION erase_practice(p_practice uuid, p_audit uuid, p_now timestamptz, p_most integer) RETURNS boolean
     LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       owned record;
       removed bigint;
       complete boolean := true;
       accounts uuid[];
       own record;
     BEGIN
       PERFORM 1 FROM practice p WHERE p.practice_id = p_practice AND p.erasure_due_at <= p_now FOR UPDATE;
       IF NOT FOUND THEN
         RETURN true;
       END IF;
       DELETE FROM practice_address d WHERE d.practice_id = p_practice;
       DELETE FROM session s WHERE s.practice_id = p_practice;
       DELETE FROM membership_index x WHERE x.practice_id = p_practice;
       FOR own IN SELECT c.id FROM contract c WHERE c.practice_id = p_practice
         LIMIT greatest(p_most / ${ROWS_OF_A_CONTRACT}, 1) LOOP
         PERFORM remove_contract(p_practice, own.id);
       END LOOP;
       IF EXISTS (SELECT 1 FROM contract c WHERE c.practice_id = p_practice) THEN
         RETURN false;
       END IF;
       FOR round IN 1..12 LOOP
         complete := true;
         FOR owned IN SELECT c.relname AS name FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'practice_id'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
             AND c.relname NOT IN ('practice', 'practice_address', 'session', 'membership_index', 'member')
           ORDER BY c.relname LOOP
           BEGIN
             EXECUTE format('DELETE FROM %1$I WHERE practice_id = $1 AND ctid = ANY (ARRAY(
               SELECT ctid FROM %1$I WHERE practice_id = $1 LIMIT $2))', owned.name) USING p_practice, p_most;
             GET DIAGNOSTICS removed = ROW_COUNT;
             complete := complete AND removed < p_most;
           EXCEPTION WHEN foreign_key_violation THEN
             complete := false;
           END;
         END LOOP;
         EXIT WHEN complete;
       END LOOP;
       IF NOT complete THEN
         RETURN false;
       END IF;
       WITH gone AS (DELETE FROM member m WHERE m.practice_id = p_practice RETURNING m.account_id)
       SELECT array_agg(account_id) INTO accounts FROM gone;
       DELETE FROM account a WHERE a.id = ANY (accounts) AND NOT EXISTS (SELECT 1 FROM member m WHERE m.account_id = a.id);
       UPDATE practice p SET name = '–', motto = '{"fr": "", "en": ""}', allowed_origins = '{}', region = NULL,
         privacy_notice = '{"fr": "", "en": ""}', imprint = '{"fr": "", "en": ""}',
         legal = '{"name": "", "address": "", "siren": "", "vatNumber": "", "insurance": null}',
         erasure_asked_at = NULL, erasure_due_at = NULL, erasure_asked_by = NULL, erased_at = p_now
       WHERE p.practice_id = p_practice;
       INSERT INTO audit_event (practice_id, id, at, actor, act, object_id)
       VALUES (p_practice, p_audit, p_now, 'worker', 'practice-erased', p_practice);
       RETURN true;
     END $$`,

    `GRANT UPDATE (renews_id) ON contract TO visavis_system`,
    ...DEFINERS.map((name) => `ALTER FUNCTION ${name} OWNER TO visavis_system`),
    `GRANT EXECUTE ON FUNCTION outlived_contracts, erase_contract TO visavis_app`,
  ];
}

const DEFINERS = ['outlived_contracts', 'remove_contract', 'erase_contract'] as const;
