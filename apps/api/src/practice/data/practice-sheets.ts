import type { DocumentQueries } from './export-desk';
import type { Sheet } from './export-sheet';
import { columnsOf, EXPORTED } from './export-tables';

/** Everything a practice holds, table by table. */
export const PRACTICE_SHEETS: readonly Sheet[] = Object.entries(EXPORTED).map(([table, columns]) => ({
  name: table.replaceAll('_', '-'),
  columns: columnsOf(columns),
  query: `SELECT ${columns} FROM ${table} WHERE practice_id = $1`,
  asks: 1,
}));

const NAMED = `'contracts/' || c.number || '-' || t.number || '-' || left(t.contract_id::text, 13)`;

/** Contracts as files: what was frozen, and what was sealed. */
const FROZEN = `SELECT ${NAMED} || '-' || t.attempt || '.pdf' AS name, 'text/' || t.contract_id || '/' || t.number || '/' || t.attempt AS key
  FROM contract_text t JOIN contract c ON c.practice_id = t.practice_id AND c.id = t.contract_id WHERE t.practice_id = $1`;
const SEALED = `SELECT ${NAMED} || '-sealed.pdf' AS name, 'seal/' || t.contract_id || '/' || t.number AS key
  FROM contract_seal t JOIN contract c ON c.practice_id = t.practice_id AND c.id = t.contract_id WHERE t.practice_id = $1`;
const READ = `
  SELECT pdf AS content FROM contract_text
  WHERE practice_id = $1 AND 'text/' || contract_id || '/' || number || '/' || attempt = $2
  UNION ALL
  SELECT file FROM contract_seal WHERE practice_id = $1 AND 'seal/' || contract_id || '/' || number = $2`;

export const PRACTICE_DOCUMENTS: DocumentQueries = {
  list: `${FROZEN} UNION ALL ${SEALED}`,
  read: READ,
  asks: 1,
};

const OWN = `(c.coach_member_id = $2 OR c.supervisor_id IN (
  SELECT s.id FROM supervisor s WHERE s.practice_id = $1 AND s.member_id = $2))`;

/** Contracts of one member, as coach or as supervisor. */
export const OWN_DOCUMENTS: DocumentQueries = {
  list: `${FROZEN} AND ${OWN} UNION ALL ${SEALED} AND ${OWN}`,
  read: READ,
  asks: 2,
};
