import {
  lastDate,
  type Contract,
  type ContractState,
  type ContractSummary,
  type Term,
  type VersionState,
  type WaitsFor,
} from '@visavis/supervision';

export interface SummaryRow {
  readonly id: string;
  readonly state: ContractState;
  readonly supervisor: ContractSummary['supervisor'];
  readonly coach: ContractSummary['coach'];
  readonly in_force_number: number | null;
  readonly open_number: number | null;
  readonly open_state: VersionState | null;
  readonly lapses_at: Date | null;
  readonly waits_for: WaitsFor;
  readonly waits_since: Date;
  readonly starts_on: string | null;
  readonly term: Term | null;
  readonly notice: Contract['notice'];
  /** Minutes of the ledger; null before its first line. */
  readonly balance: number | null;
  readonly updated_at: Date;
}

/** Of `contract c`, of which there are only as many as a page shows. Dates are those of the text that counts. */
export const SUMMARY_COLUMNS = `
  c.id, c.state, c.in_force_number, c.open_number, v.state AS open_state, t.lapses_at, c.waits_for, c.waits_since, c.notice,
  json_build_object('memberId', s.member_id, 'name', s.name, 'email', s.email) AS supervisor,
  json_build_object('memberId', m.id, 'name', coalesce(m.name, c.coach_name, ''),
    'email', coalesce(m.email, c.coach_email, '')) AS coach,
  coalesce(f.content, t.content) #>> '{format,startsOn}' AS starts_on,
  coalesce(f.content, t.content) #> '{format,term}' AS term, c.updated_at,
  (SELECT e.balance_after FROM ledger_entry e WHERE e.practice_id = $1 AND e.contract_id = c.id
    ORDER BY e.seq DESC LIMIT 1) AS balance`;

/** $1 practice. */
export const SUMMARY_JOINS = `
  JOIN supervisor s ON s.practice_id = $1 AND s.id = c.supervisor_id
  LEFT JOIN member m ON m.practice_id = $1 AND m.id = c.coach_member_id
  LEFT JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = c.id AND v.number = c.open_number
  LEFT JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = c.id AND t.number = v.number AND t.attempt = v.attempt
  LEFT JOIN contract_version w ON w.practice_id = $1 AND w.contract_id = c.id AND w.number = c.in_force_number
  LEFT JOIN contract_text f ON f.practice_id = $1 AND f.contract_id = c.id AND f.number = w.number AND f.attempt = w.attempt`;

export function summaryOf(row: SummaryRow): ContractSummary {
  return {
    id: row.id,
    state: row.state,
    supervisor: row.supervisor,
    coach: row.coach,
    versionInForce: row.in_force_number,
    openVersion:
      row.open_number === null || row.open_state === null
        ? null
        : { number: row.open_number, state: row.open_state, lapsesAt: row.lapses_at?.getTime() ?? null },
    waitsFor: row.waits_for,
    since: row.waits_since.getTime(),
    startsOn: row.starts_on,
    endsOn: endsOn(row),
    minutesLeft: row.term?.kind === 'package' && row.in_force_number !== null ? row.balance : null,
    updatedAt: row.updated_at.getTime(),
  };
}

function endsOn({ notice, starts_on: startsOn, term }: SummaryRow): string | null {
  if (notice !== null) return notice.endsOn;
  return startsOn === null || term === null
    ? null
    : lastDate({ format: { startsOn, term } as Parameters<typeof lastDate>[0]['format'] });
}
