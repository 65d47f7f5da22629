import { StatementsMigration } from './statements-migration';

/** A text that came back ends as well; evidence stays as long as the contract promises; a former column goes. */
export class SettledContracts1795000000082 extends StatementsMigration {
  readonly name = 'SettledContracts1795000000082';

  readonly statements = [
    `ALTER TABLE contract_version DROP CONSTRAINT contract_version_written`,
    `ALTER TABLE contract_version ADD CONSTRAINT contract_version_written
       CHECK (attempt IS NOT NULL OR state IN ('draft', 'changes-requested', 'withdrawn', 'lapsed'))`,

    // As before, and never less than what the text in force says about its own evidence.
    `CREATE OR REPLACE FUNCTION contract_kept_until(c contract, p practice) RETURNS timestamptz
     LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
       SELECT CASE
         WHEN c.closed_at IS NULL AND c.state <> 'draft' THEN NULL
         WHEN c.concluded_at IS NOT NULL THEN c.closed_at + make_interval(months => greatest(
           p.contract_retention_years * 12,
           (SELECT max((t.content #>> '{records,evidenceMonths}')::int) FROM contract_text t
            JOIN contract_version v ON v.practice_id = t.practice_id AND v.contract_id = t.contract_id
              AND v.number = t.number AND v.attempt = t.attempt
            WHERE t.practice_id = c.practice_id AND t.contract_id = c.id
              AND v.state IN ('signed', 'in-force', 'superseded', 'rescinded'))))
         ELSE coalesce(c.closed_at, c.updated_at) + make_interval(months => p.retention_months) END $$`,

    // Replaced by `roles` in a release before; nothing reads or writes it.
    `ALTER TABLE member DROP COLUMN role`,
  ];
}
