import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import {
  earliestEnd,
  mayDo,
  missingForProposal,
  whatSponsorSees,
  withdrawalEnds,
  type CommentReply,
  type ComputedReply,
  type ContractReply,
  type DraftVersion,
  type SealState,
  type VersionState,
} from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { findContract } from './contract.repository';
import type { StoredContract } from './contract.table';
import { obstacleToBook } from './obstacle-to-book';
import { frozenVersionOf, readFrozenVersions, type StoredVersion } from './frozen-versions';
import { proposalFacts } from './proposal-facts';
import { readUnusedMinutes } from './read-unused-minutes';
import { SUMMARY_COLUMNS, SUMMARY_JOINS, summaryOf, type SummaryRow } from './summary.table';
import { partIn, type Part } from './whose-contract';

/** The contract as who asks may see it. @throws Refusal not-found */
export async function readContract(
  transaction: Transaction,
  asking: Asking,
  id: string,
  now: Instant,
): Promise<ContractReply> {
  const { practiceId } = asking;
  const stored = await findContract(transaction, practiceId, id);
  if (stored === null) throw new Refusal<GeneralRefusal>('not-found');
  const part = partIn(stored, asking);
  const { contract } = stored;
  const { open, inForce } = contract;
  const shown = [open?.frozen == null ? null : open.number, inForce?.number ?? null];
  const frozen = await readFrozenVersions(
    transaction,
    practiceId,
    id,
    shown.filter((number) => number !== null),
  );
  const may = part === 'reader' ? [] : mayDo(contract, part, now);
  const version = (number: number | undefined, signing: Part | null) =>
    frozenOrNull(number === undefined ? undefined : frozen.get(number), signing);
  const texts = frozen.get(inForce?.number ?? open?.number ?? 0)?.document.content ?? open?.draft;
  const summary = await readSummary(transaction, practiceId, id);
  return {
    ...summary,
    mine: part === 'reader' ? null : part,
    may,
    language: texts?.language ?? 'fr',
    timeZone: texts?.timeZone ?? 'UTC',
    inForce: version(inForce?.number, null),
    draft: draftOf(stored, part, now),
    proposed: version(open?.number, may.includes('sign') ? part : null),
    versions: await readVersions(transaction, practiceId, id),
    comments: await readComments(transaction, practiceId, id),
    suspension: contract.suspension,
    notice:
      contract.notice === null
        ? null
        : { by: contract.notice.by, endsOn: contract.notice.endsOn, reason: contract.notice.reason },
    asked: contract.asked,
    computed: computedOf(stored, summary.minutesLeft, now),
    renewsId: stored.renewsId,
    unused: await readUnusedMinutes(transaction, stored),
  };
}

function frozenOrNull(version: StoredVersion | undefined, signing: Part | null): ContractReply['proposed'] {
  if (version === undefined) return null;
  return frozenVersionOf(version, signing === 'reader' ? null : signing);
}

/** While it is written, the text is the supervisor's. */
function draftOf(stored: StoredContract, part: Part, now: Instant): DraftVersion | null {
  const { open } = stored.contract;
  if (open === null || part === 'coach') return null;
  if (open.state !== 'draft' && open.state !== 'changes-requested') return null;
  return {
    number: open.number,
    state: open.state,
    revision: open.revision,
    content: open.draft as DraftVersion['content'],
    gaps: missingForProposal(open.draft, proposalFacts(stored, open.draft, now)),
  };
}

function computedOf(stored: StoredContract, minutesLeft: number | null, now: Instant): ComputedReply | null {
  const { contract } = stored;
  if (contract.inForce === null) return null;
  const { content } = contract.inForce;
  const obstacle = obstacleToBook(stored, minutesLeft, now);
  const sponsor = whatSponsorSees(content);
  return {
    mayBook: obstacle === null,
    bookingObstacle: obstacle,
    minutesLeft,
    earliestEnd: earliestEnd(content, now),
    withdrawalEndsAt: withdrawalEnds(content, contract.concludedAt ?? now, contract.holidays),
    sponsorSees: sponsor === null ? null : { name: sponsor.name, sees: sponsor.sees },
  };
}

const READ_SUMMARY = `
  SELECT ${SUMMARY_COLUMNS} FROM contract c ${SUMMARY_JOINS} WHERE c.practice_id = $1 AND c.id = $2`;

async function readSummary(transaction: Transaction, practiceId: string, id: string) {
  const [row]: SummaryRow[] = await transaction.query(READ_SUMMARY, [practiceId, id]);
  if (row === undefined) throw new Refusal<GeneralRefusal>('not-found');
  return summaryOf(row);
}

interface VersionRow {
  readonly number: number;
  readonly state: VersionState;
  readonly frozen_at: Date;
  readonly effective_on: string | null;
  readonly seal_state: SealState;
  readonly seal_due_at: Date | null;
}

/** Every version that was ever frozen, the newest first. */
async function readVersions(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<ContractReply['versions']> {
  const rows: VersionRow[] = await transaction.query(
    `SELECT v.number, v.state, t.frozen_at, v.seal_state, v.seal_due_at,
         CASE WHEN v.state IN ('signed', 'in-force', 'superseded')
           THEN coalesce(t.content #>> '{amendment,effectiveOn}', t.content #>> '{format,startsOn}') END AS effective_on
       FROM contract_version v
       JOIN LATERAL (SELECT a.content, a.frozen_at FROM contract_text a
         WHERE a.practice_id = $1 AND a.contract_id = $2 AND a.number = v.number ORDER BY a.attempt DESC LIMIT 1) t ON true
       WHERE v.practice_id = $1 AND v.contract_id = $2 ORDER BY v.number DESC`,
    [practiceId, id],
  );
  return rows.map((row) => ({
    number: row.number,
    state: row.state,
    proposedAt: row.frozen_at.getTime(),
    effectiveOn: row.effective_on,
    seal: row.seal_state,
    sealTriedAgainAt: row.seal_due_at?.getTime() ?? null,
  }));
}

async function readComments(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<CommentReply[]> {
  return transaction.query(
    `SELECT k.id, k.version AS "versionNumber", k.clause, k.party AS author, m.name AS "authorName", k.words AS text,
       (extract(epoch FROM k.created_at) * 1000)::float8 AS at
     FROM contract_comment k JOIN member m ON m.practice_id = $1 AND m.id = k.member_id
     WHERE k.practice_id = $1 AND k.contract_id = $2 ORDER BY k.id`,
    [practiceId, id],
  );
}
