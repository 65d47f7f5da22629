import { DAY, type Instant, type Language } from '@visavis/kernel';
import {
  PROPOSAL_DAYS,
  type Contract,
  type ContractContent,
  type ContractDraft,
  type ContractState,
  type OpenVersion,
  type Party,
  type Signature,
  type WaitsFor,
} from '@visavis/supervision';

/** A party as a person of the practice; a coach who has no account yet has neither member nor language. */
export interface StoredParty {
  readonly memberId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
}

/** A contract with whom it is between and how it came about. */
export interface StoredContract {
  readonly practiceId: string;
  readonly contract: Contract;
  /** Counted per supervisor, for people. */
  readonly number: number;
  readonly supervisorId: string;
  /** Not deactivated: with whoever is, nothing new is booked. */
  readonly supervisorReceives: boolean;
  readonly parties: Readonly<Record<Party, StoredParty>>;
  readonly invitationId: string | null;
  readonly discoveryCallId: string | null;
  readonly renewsId: string | null;
  /** Frozen texts of the open version so far. */
  readonly attempts: number;
  readonly waitsFor: WaitsFor;
  readonly waitsSince: Instant;
  readonly updatedAt: Instant;
}

export interface ContractRow {
  readonly practice_id: string;
  readonly id: string;
  readonly supervisor_id: string;
  readonly number: number;
  readonly coach_name: string | null;
  readonly coach_email: string | null;
  readonly invitation_id: string | null;
  readonly discovery_call_id: string | null;
  readonly renews_id: string | null;
  readonly state: ContractState;
  readonly last_number: number;
  readonly in_force_number: number | null;
  readonly in_force_since: Date | null;
  readonly in_force_content: ContractContent | null;
  readonly concluded_at: Date | null;
  readonly suspension: Contract['suspension'];
  readonly notice: Contract['notice'];
  readonly asked: Contract['asked'];
  readonly closed_at: Date | null;
  readonly waits_for: WaitsFor;
  readonly waits_since: Date;
  readonly updated_at: Date;
  readonly supervisor: StoredParty;
  readonly supervisor_receives: boolean;
  readonly coach: StoredParty | null;
  readonly open_number: number | null;
  readonly open_state: OpenVersion['state'];
  readonly revision: number;
  readonly draft: ContractDraft;
  readonly content: ContractContent | null;
  readonly canonical_sha256: Buffer;
  readonly pdf_sha256: Buffer;
  readonly frozen_at: Date;
  readonly lapses_at: Date;
  readonly attempts: number | null;
  readonly came_back_at: Date | null;
  readonly signatures: readonly Signature[];
}

/** $1 practice, $2 contract. Takes no lock: what is locked is read by a second statement, so that it is fresh. */
export const READ_CONTRACT = `
  SELECT c.practice_id, c.id, c.supervisor_id, c.number, c.coach_name, c.coach_email, c.invitation_id, c.discovery_call_id,
    c.renews_id, c.state, c.last_number, c.in_force_number, c.in_force_since, f.content AS in_force_content, c.concluded_at,
    c.suspension, c.notice, c.asked, c.closed_at, c.waits_for, c.waits_since, c.updated_at,
    json_build_object('memberId', s.member_id, 'name', s.name, 'email', s.email, 'language', s.language) AS supervisor,
    s.active AS supervisor_receives,
    CASE WHEN m.id IS NOT NULL THEN
      json_build_object('memberId', m.id, 'name', m.name, 'email', m.email, 'language', m.language) END AS coach,
    c.open_number, v.state AS open_state, v.revision, v.draft, t.content, t.canonical_sha256, t.pdf_sha256, t.frozen_at,
    t.lapses_at,
    (SELECT max(a.attempt) FROM contract_text a
      WHERE a.practice_id = $1 AND a.contract_id = c.id AND a.number = c.open_number) AS attempts,
    CASE WHEN v.state = 'changes-requested' THEN (SELECT max(e.at) FROM contract_event e
      WHERE e.practice_id = $1 AND e.contract_id = c.id AND e.type = 'changes-requested' AND e.version = v.number) END
      AS came_back_at,
    coalesce((SELECT json_agg(json_build_object('party', g.party, 'fullName', g.full_name,
        'signedAt', (extract(epoch FROM g.signed_at) * 1000)::bigint) ORDER BY g.signed_at, g.id)
      FROM contract_signature g
      WHERE g.practice_id = $1 AND g.contract_id = c.id AND g.version = c.open_number AND g.attempt = v.attempt), '[]') AS signatures
  FROM contract c
  JOIN supervisor s ON s.practice_id = $1 AND s.id = c.supervisor_id
  LEFT JOIN member m ON m.practice_id = $1 AND m.id = c.coach_member_id
  LEFT JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = c.id AND v.number = c.open_number
  LEFT JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = c.id AND t.number = v.number AND t.attempt = v.attempt
  LEFT JOIN contract_version w ON w.practice_id = $1 AND w.contract_id = c.id AND w.number = c.in_force_number
  LEFT JOIN contract_text f ON f.practice_id = $1 AND f.contract_id = c.id AND f.number = w.number AND f.attempt = w.attempt
  WHERE c.practice_id = $1 AND c.id = $2`;

/** For a consumer: where the law applies, and the first of the two years in which they could withdraw. */
export function placeOfWithdrawal(row: ContractRow): { country: string; year: number } | null {
  const content = row.in_force_content ?? row.content;
  if (content?.consumer == null) return null;
  const from = row.concluded_at ?? row.frozen_at;
  return from === null ? null : { country: content.law.country, year: from.getUTCFullYear() };
}

/** @param holidays of the place and years of `placeOfWithdrawal` */
export function storedContract(row: ContractRow, holidays: readonly string[]): StoredContract {
  return {
    practiceId: row.practice_id,
    contract: {
      id: row.id,
      state: row.state,
      open: openOf(row),
      inForce:
        row.in_force_number === null || row.in_force_content === null || row.in_force_since === null
          ? null
          : {
              number: row.in_force_number,
              content: row.in_force_content,
              since: row.in_force_since.getTime(),
            },
      lastNumber: row.last_number,
      concludedAt: row.concluded_at?.getTime() ?? null,
      suspension: row.suspension,
      notice: row.notice,
      asked: row.asked,
      closedAt: row.closed_at?.getTime() ?? null,
      holidays,
    },
    number: row.number,
    supervisorId: row.supervisor_id,
    supervisorReceives: row.supervisor_receives,
    parties: {
      supervisor: row.supervisor,
      coach: row.coach ?? {
        memberId: null,
        name: row.coach_name ?? '',
        email: row.coach_email ?? '',
        language: null,
      },
    },
    invitationId: row.invitation_id,
    discoveryCallId: row.discovery_call_id,
    renewsId: row.renews_id,
    attempts: row.attempts ?? 0,
    waitsFor: row.waits_for,
    waitsSince: row.waits_since.getTime(),
    updatedAt: row.updated_at.getTime(),
  };
}

function openOf(row: ContractRow): OpenVersion | null {
  if (row.open_number === null) return null;
  return {
    number: row.open_number,
    state: row.open_state,
    revision: row.revision,
    draft: row.draft,
    frozen:
      row.content === null
        ? null
        : {
            content: row.content,
            canonicalSha256: row.canonical_sha256.toString('hex'),
            pdfSha256: row.pdf_sha256.toString('hex'),
            proposedAt: row.frozen_at.getTime(),
            lapsesAt: row.lapses_at.getTime(),
          },
    answerBy: row.came_back_at === null ? null : row.came_back_at.getTime() + PROPOSAL_DAYS * DAY,
    signatures: row.signatures,
  };
}
