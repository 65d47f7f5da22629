import { closeByPractice } from './row-level-security';
import { StatementsMigration } from './statements-migration';

/** Certificates that practices seal their contracts with, and what anybody may ask about the hash of a file. */
export class KeptSeals1795000000011 extends StatementsMigration {
  readonly name = 'KeptSeals1795000000011';

  readonly statements = [
    // Made when first needed, never changed; the highest number seals. The key is locked under SECRET_KEY.
    `CREATE TABLE seal_certificate (
       practice_id uuid NOT NULL REFERENCES practice (practice_id),
       id uuid NOT NULL,
       number integer NOT NULL CHECK (number >= 1),
       certificate bytea NOT NULL CHECK (length(certificate) BETWEEN 200 AND 4000),
       locked_key bytea NOT NULL CHECK (length(locked_key) BETWEEN 60 AND 4000),
       valid_until timestamptz NOT NULL,
       created_at timestamptz NOT NULL,
       PRIMARY KEY (practice_id, id),
       CONSTRAINT seal_certificate_number UNIQUE (practice_id, number))`,
    ...closeByPractice('seal_certificate', ['select', 'insert']),

    // Asked by a stranger who holds a file, in whatever practice it was made. A text that was frozen and then replaced by
    // another attempt is known as well, in the state of its version then: changes were requested.
    `CREATE FUNCTION find_document(p_sha256 bytea)
     RETURNS TABLE (known text, practice text, state text, number integer, frozen_at timestamptz, sealed_at timestamptz,
       timestamped_at timestamptz)
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
       WITH found AS (
         (SELECT 'sealed-document' AS known, s.practice_id, s.contract_id, s.number, v.attempt
          FROM contract_seal s JOIN contract_version v USING (practice_id, contract_id, number) WHERE s.sha256 = p_sha256 LIMIT 1)
         UNION ALL
         (SELECT CASE WHEN t.pdf_sha256 = p_sha256 THEN 'frozen-document' ELSE 'canonical-text' END, t.practice_id, t.contract_id, t.number, t.attempt
          FROM contract_text t WHERE t.pdf_sha256 = p_sha256 OR t.canonical_sha256 = p_sha256 ORDER BY t.frozen_at LIMIT 1)
         LIMIT 1)
       SELECT f.known, p.name, CASE WHEN v.attempt = f.attempt THEN v.state ELSE 'changes-requested' END, f.number, t.frozen_at,
         CASE WHEN v.attempt = f.attempt THEN s.sealed_at END,
         CASE WHEN v.attempt = f.attempt THEN (SELECT max(e.at) FROM contract_event e WHERE e.practice_id = f.practice_id
           AND e.contract_id = f.contract_id AND e.version = f.number AND e.type = 'timestamped') END
       FROM found f
       JOIN practice p ON p.practice_id = f.practice_id
       JOIN contract_version v ON v.practice_id = f.practice_id AND v.contract_id = f.contract_id AND v.number = f.number
       JOIN contract_text t ON t.practice_id = f.practice_id AND t.contract_id = f.contract_id AND t.number = f.number AND t.attempt = f.attempt
       LEFT JOIN contract_seal s ON s.practice_id = f.practice_id AND s.contract_id = f.contract_id AND s.number = f.number $$`,
    `GRANT SELECT ON contract_event, contract_text, contract_seal TO visavis_system`,
    `ALTER FUNCTION find_document OWNER TO visavis_system`,
    `GRANT EXECUTE ON FUNCTION find_document TO visavis_app`,
  ];
}
