import type { Instant } from '@visavis/kernel';
import {
  mayMoveSession,
  showCost,
  type CancelCostReply,
  type Party,
  type SessionReply,
} from '@visavis/supervision';
import type { StoredContract } from '../contracts/contract.table';
import type { Part } from '../contracts/whose-contract';
import type { StoredSession } from './session.table';

/** A session as the person who asks sees it, with what cancelling it now would cost them. */
export function sessionReplyOf(
  session: StoredSession,
  { parties }: StoredContract,
  who: Part,
  now: Instant,
): SessionReply {
  const ahead = session.state === 'planned' && now < session.start && who !== 'reader';
  return {
    id: session.id,
    contractId: session.contractId,
    version: session.version,
    appointmentId: session.appointmentId,
    state: session.state,
    start: session.start,
    end: session.end,
    sequence: session.sequence,
    medium: session.medium,
    place: session.place,
    seriesId: session.seriesId,
    with: { supervisor: parties.supervisor.name, coach: parties.coach.name },
    timeZone: session.terms.timeZone,
    billedMinutes: session.billedMinutes,
    supervisionMinutes: session.supervisionMinutes,
    canMove: who !== 'reader' && mayMoveSession(session, session.terms, who, now),
    cancelCost: ahead ? cancelCostOf(session, who as Party, now) : null,
  };
}

function cancelCostOf(session: StoredSession, who: Party, now: Instant): CancelCostReply {
  const version = { number: session.termsVersion, content: session.terms, clauses: session.clauses };
  return showCost(version, session, who, now);
}
