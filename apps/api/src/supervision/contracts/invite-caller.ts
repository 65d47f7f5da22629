import { refuse, type AppointmentDetail } from '@visavis/booking';
import { Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import type { InviteCallerReply, InviteCallerWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { readDetail } from '../../booking/appointments/appointment.queries';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { OutboxBell } from '../../outbox/outbox-bell';
import { InvitePerson } from '../../practice/invitations/invite-person';
import { findTemplate } from '../templates/find-template';
import { insertContract } from './create-contract';
import { firstDraft } from './first-draft';

const DRAFTED = `
  SELECT invitation_id AS "invitationId", id AS "contractId" FROM contract
  WHERE practice_id = $1 AND discovery_call_id = $2 AND invitation_id IS NOT NULL
    AND state NOT IN ('declined', 'withdrawn', 'lapsed')`;

/** From a discovery call to a colleague: an invitation to the caller's address, and the draft of a contract. */
@Injectable()
export class InviteCaller {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
    private readonly inviting: InvitePerson,
  ) {}

  /**
   * A second click answers as the first did.
   * @throws Refusal not-found (also when the caller was erased, or it is no call), already-cancelled, malformed,
   *   already-member, already-invited
   */
  async invite(asking: SupervisorAsking, id: string, wish: InviteCallerWish): Promise<InviteCallerReply> {
    const { practiceId, accountId } = asking;
    const inPractice = <T>(work: (transaction: Transaction) => Promise<T>) =>
      this.transactions.inPractice(practiceId, accountId, work);
    try {
      const reply = await inPractice(async (transaction) => {
        const caller = callerOf(await readDetail(transaction, asking, id), wish);
        return (
          (await drafted(transaction, practiceId, id)) ??
          (await this.inviteWithin(transaction, asking, { id, wish, caller }))
        );
      });
      this.bell.ring();
      return reply;
    } catch (error) {
      // Another click was faster, and has the invitation of this address or the draft of this call.
      const first = await inPractice((transaction) => drafted(transaction, practiceId, id));
      if (first !== null) return first;
      throw error;
    }
  }

  private async inviteWithin(
    transaction: Transaction,
    asking: SupervisorAsking,
    { id, wish, caller }: { readonly id: string; readonly wish: InviteCallerWish; readonly caller: Caller },
  ): Promise<InviteCallerReply> {
    const { practiceId, supervisorId } = asking;
    const now: Instant = this.clock.now();
    const template = await findTemplate(transaction, practiceId, wish.templateId);
    if (template === null) throw malformed([{ field: 'templateId', code: 'not-in-list' }]);
    const { name, email } = caller;
    const invitationId = await this.inviting.inviteWithin(transaction, asking, {
      email,
      name,
      roles: ['coach'],
      language: wish.language,
    });
    const contractId = await insertContract(
      transaction,
      asking,
      {
        draft: await firstDraft(transaction, practiceId, supervisorId, template, caller),
        template: template.stored,
        invitationId,
        discoveryCallId: id,
      },
      now,
    );
    return { invitationId, contractId };
  }
}

interface Caller {
  readonly name: string;
  readonly email: string;
  readonly wish: string | null;
}

function callerOf(
  { kind, status, intake, firstName, lastName }: AppointmentDetail,
  wish: InviteCallerWish,
): Caller {
  if (kind !== 'discovery-call' || intake === null) throw new Refusal<GeneralRefusal>('not-found');
  if (status === 'cancelled') throw refuse('already-cancelled');
  const email = wish.email ?? intake.email;
  if (email === null) throw malformed([{ field: 'email', code: 'required' }]);
  return {
    name: [firstName, lastName].filter((part) => part !== null).join(' '),
    email: email.toLowerCase(),
    wish: intake.words,
  };
}

async function drafted(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<InviteCallerReply | null> {
  const [reply]: InviteCallerReply[] = await transaction.query(DRAFTED, [practiceId, id]);
  return reply ?? null;
}
