import { DAY, Refusal, type GeneralRefusal, type Instant, type Role } from '@visavis/kernel';
import {
  changeMember,
  refuse,
  type ChangedMember,
  type MemberChange,
  type MemberReply,
  type MemberStatus,
} from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Directory } from '../../booking/calendar/directory';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { raised } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { noteAct } from '../audit.queries';
import { lockPractice } from '../lock-practice';
import { becomeSupervisor, ceaseToSupervise } from './become-supervisor';
import { readMember } from './member.queries';
import { refuseOpenWork } from './refuse-open-work';

interface MemberRow {
  readonly account_id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly status: MemberStatus;
}

const LOCK = `
  SELECT account_id, name, roles, status FROM member
  WHERE practice_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE`;
const OTHER_OWNERS = `
  SELECT count(*)::int AS others FROM member
  WHERE practice_id = $1 AND id <> $2 AND status = 'active' AND 'owner' = ANY (roles)`;
const CHANGE = `
  UPDATE member SET roles = $3, status = $4,
    deactivated_at = CASE WHEN $4 = 'active' THEN NULL ELSE coalesce(deactivated_at, $5) END
  WHERE practice_id = $1 AND id = $2`;

/** An owner gives roles, takes them, or ends and restores a member's access. All of it counts from the next request. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, last-owner, still-open */
  async change(asking: Asking, memberId: string, wish: MemberChange): Promise<MemberReply> {
    const { practiceId, accountId } = asking;
    const reply = await this.transactions
      .inPractice(practiceId, accountId, async (transaction) => {
        // Two owners who demote each other queue here; the trigger on members says the same to everybody else.
        await lockPractice(transaction, practiceId);
        const rows: MemberRow[] = await transaction.query(LOCK, [practiceId, memberId]);
        const [member] = rows;
        if (member === undefined) throw new Refusal<GeneralRefusal>('not-found');
        const [owners]: { others: number }[] = await transaction.query(OTHER_OWNERS, [practiceId, memberId]);
        const changed = changeMember(member, wish, owners?.others ?? 0);
        // One who is gone already, or who never supervised, has no page to close.
        const supervised = member.status === 'active' && member.roles.includes('supervisor');
        if (supervised && !changed.supervises && !wish.anyway)
          await refuseOpenWork(transaction, practiceId, memberId, this.clock.now());
        await this.write(transaction, asking, memberId, member, changed);
        return readMember(transaction, practiceId, memberId);
      })
      .catch((error: unknown) => {
        throw raised(error, 'last-owner') ? refuse('last-owner') : error;
      });
    if (reply === null) throw new Refusal<GeneralRefusal>('not-found');
    this.directory.forget(practiceId);
    return reply;
  }

  private async write(
    transaction: Transaction,
    asking: Asking,
    memberId: string,
    { account_id: person, name }: MemberRow,
    { roles, status, acts, supervises }: ChangedMember,
  ): Promise<void> {
    if (acts.length === 0) return;
    const { practiceId } = asking;
    const now = this.clock.now();
    await transaction.query(CHANGE, [practiceId, memberId, roles, status, new Date(now)]);
    if (supervises) await becomeSupervisor(transaction, { practiceId, memberId, name }, now);
    else await ceaseToSupervise(transaction, practiceId, memberId);
    // Whoever may do something else than before signs in again, the owner who changed their own roles too.
    await transaction.query('SELECT end_sessions($1, $2)', [practiceId, person]);
    if (acts.includes('member-deactivated')) await stopLetters(transaction, practiceId, memberId, now);
    await withdrawGrants(transaction, practiceId, memberId, { roles, status });
    for (const act of acts) await noteAct(transaction, asking, act, memberId, now);
  }
}

/** Nothing that was planned for them leaves any more, but that the journal they left goes with the practice. */
async function stopLetters(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `UPDATE letter SET state = 'superseded', failure = 'deactivated'
     WHERE practice_id = $1 AND state = 'planned' AND kind <> 'practice-erasing' AND (member_id = $2 OR (recipient = 'supervisor' AND appointment_id IN (
       SELECT a.id FROM appointment a JOIN supervisor s ON s.practice_id = a.practice_id AND s.id = a.supervisor_id
       WHERE a.practice_id = $1 AND s.member_id = $2 AND a.ends_at > $3::timestamptz)))`,
    [practiceId, memberId, new Date(now - 2 * DAY)],
  );
}

/** Invitations they could not send any more are no way back in. */
async function withdrawGrants(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
  { roles, status }: { readonly roles: readonly Role[]; readonly status: MemberStatus },
): Promise<void> {
  if (status === 'active' && roles.includes('owner')) return;
  const mayInviteCoaches = status === 'active' && roles.includes('supervisor');
  await transaction.query(
    `UPDATE invitation SET state = 'withdrawn'
     WHERE practice_id = $1 AND invited_by = $2 AND state = 'open' AND NOT ($3 AND roles = '{coach}')`,
    [practiceId, memberId, mayInviteCoaches],
  );
}
