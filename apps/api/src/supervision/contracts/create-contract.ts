import type { Instant } from '@visavis/kernel';
import {
  createContract,
  waitsFor,
  type ContractDraft,
  type ContractReply,
  type CreateContractWish,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { malformed } from '../../http/shape';
import { findTemplate, type TemplateOrigin } from '../templates/find-template';
import { appendEvents } from './append-events';
import { insertVersion } from './contract.repository';
import { firstDraft, type KnownCoach } from './first-draft';
import { noteContractAct } from './note-contract-act';
import { readContract } from './read-contract';

/** A draft for a coach of the practice, from a template. */
@Injectable()
export class CreateContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed for somebody who is no coach here, or for a template that is not there */
  create(asking: SupervisorAsking, wish: CreateContractWish): Promise<ContractReply> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const coach = await findCoach(transaction, asking, wish.coachMemberId);
      const template = await findTemplate(transaction, practiceId, wish.templateId);
      if (template === null) throw malformed([{ field: 'templateId', code: 'not-in-list' }]);
      const draft = await firstDraft(transaction, practiceId, asking.supervisorId, template, coach);
      const id = await insertContract(
        transaction,
        asking,
        { draft, template: template.stored, coachMemberId: wish.coachMemberId },
        now,
      );
      return readContract(transaction, asking, id, now);
    });
  }
}

export interface NewContract {
  readonly draft: ContractDraft;
  readonly template: TemplateOrigin | null;
  readonly coachMemberId?: string | null;
  readonly invitationId?: string;
  readonly discoveryCallId?: string;
  readonly renewsId?: string;
}

/** @returns the id of a contract that is written from now on by the supervisor who asks */
export async function insertContract(
  transaction: Transaction,
  asking: SupervisorAsking,
  { draft, template, ...from }: NewContract,
  now: Instant,
): Promise<string> {
  const { practiceId, supervisorId } = asking;
  const id = randomUUIDv7();
  const { contract, events } = createContract(id, draft, now);
  const { open } = contract;
  if (open === null) throw new Error('a new contract without a draft');
  // Numbers of one supervisor follow each other without a gap: whoever takes one waits for who took the one before.
  await transaction.query('SELECT 1 FROM supervisor WHERE practice_id = $1 AND id = $2 FOR UPDATE', [
    practiceId,
    supervisorId,
  ]);
  await transaction.query(
    `INSERT INTO contract (practice_id, id, supervisor_id, number, coach_member_id, coach_name, coach_email, invitation_id,
       discovery_call_id, renews_id, state, last_number, open_number, asked, waits_for, waits_since, created_at, updated_at)
     SELECT $1, $2, $3, coalesce(max(c.number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, 1, 1, $11, $12, $13, $13, $13
     FROM contract c WHERE c.practice_id = $1 AND c.supervisor_id = $3`,
    [
      practiceId,
      id,
      supervisorId,
      from.coachMemberId ?? null,
      draft.parties?.coach?.name || null,
      draft.parties?.coach?.email || null,
      from.invitationId ?? null,
      from.discoveryCallId ?? null,
      from.renewsId ?? null,
      contract.state,
      JSON.stringify(contract.asked),
      waitsFor(contract),
      new Date(now),
    ],
  );
  await insertVersion(transaction, practiceId, id, open, template, now);
  await appendEvents(transaction, practiceId, id, events);
  await noteContractAct(transaction, asking, id, events, now);
  return id;
}

async function findCoach(
  transaction: Transaction,
  { practiceId, memberId }: SupervisorAsking,
  coachMemberId: string,
): Promise<KnownCoach> {
  const [coach]: KnownCoach[] = await transaction.query(
    `SELECT name, email, NULL AS wish FROM member
     WHERE practice_id = $1 AND id = $2 AND id <> $3 AND status = 'active' AND 'coach' = ANY (roles)`,
    [practiceId, coachMemberId, memberId],
  );
  if (coach === undefined) throw malformed([{ field: 'coachMemberId', code: 'not-in-list' }]);
  return coach;
}
