import type { Sheet } from './export-sheet';
import { columnsOf, EXPORTED } from './export-tables';

const MY_PAGE = `SELECT s.id FROM supervisor s WHERE s.practice_id = $1 AND s.member_id = $2`;
const MY_CONTRACTS = `SELECT c.id FROM contract c
  WHERE c.practice_id = $1 AND (c.coach_member_id = $2 OR c.supervisor_id IN (${MY_PAGE}))`;
const MY_CALLS = `SELECT d.id FROM discovery_call d WHERE d.practice_id = $1 AND lower(d.email) = $3`;

/** Which rows of a practice are about one member (`$2`) with one address (`$3`). */
const WHOSE: readonly (readonly [table: string, condition: string, asks: 2 | 3])[] = [
  ['member', 'id = $2', 2],
  ['invitation', 'member_id = $2 OR email = $3', 3],
  ['supervisor', 'member_id = $2', 2],
  ['offer', `supervisor_id IN (${MY_PAGE})`, 2],
  ['availability_override', `supervisor_id IN (${MY_PAGE})`, 2],
  ['blocked_contact', `supervisor_id IN (${MY_PAGE})`, 2],
  ['appointment', `supervisor_id IN (${MY_PAGE}) OR id IN (${MY_CALLS})`, 3],
  ['discovery_call', `id IN (${MY_CALLS}) AND $2::uuid IS NOT NULL`, 3], // a parameter nobody reads has no type
  ['letter', `member_id = $2 OR (recipient = 'visitor' AND appointment_id IN (${MY_CALLS}))`, 3],
  ['contract', `id IN (${MY_CONTRACTS})`, 2],
  ['contract_version', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['contract_text', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['contract_event', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['contract_seal', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['supervision_session', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['ledger_entry', `contract_id IN (${MY_CONTRACTS})`, 2],
  ['contract_signature', 'member_id = $2', 2],
  ['contract_comment', 'member_id = $2', 2],
  ['audit_event', 'member_id = $2', 2],
];

export const OWN_SHEETS: readonly Sheet[] = WHOSE.map(([table, condition, asks]) => {
  const columns = EXPORTED[table] ?? '';
  return {
    name: table.replaceAll('_', '-'),
    columns: columnsOf(columns),
    query: `SELECT ${columns} FROM ${table} WHERE practice_id = $1 AND (${condition})`,
    asks,
  };
});

/** The account itself; row-level security shows a person their own rows only. No secret is among the columns. */
export const ACCOUNT_SHEETS: readonly Sheet[] = [
  ['account', 'email, name, language, created_at'],
  ['credential', 'kind, name, created_at, used_at'],
  ['session', 'browser, system, created_at, last_seen_at, expires_at'],
].map(([table = '', columns = '']) => ({
  name: table,
  columns: columnsOf(columns),
  query: `SELECT ${columns} FROM ${table} ORDER BY created_at`,
  asks: 0,
}));
