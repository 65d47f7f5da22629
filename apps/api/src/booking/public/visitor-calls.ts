import { planLetters, type BookedCall } from '@visavis/booking';
import { DAY, Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions, type Transaction } from '../../database/transactions';
import { OutboxBell } from '../../outbox/outbox-bell';
import {
  findForChange,
  findSupervisor,
  insertLetters,
  lockCalendar,
} from '../appointments/appointment.repository';
import type { StoredAppointment, StoredIntake } from '../appointments/appointment.table';
import type { PublicPractice, PublicSupervisor } from '../calendar/directory';
import { manageSecret } from '../letters/manage-link';
import { bookedCallOf, type VisitorCall } from './booked-call';
import type { Idempotency, Intake } from './confirm-booking';
import { FindCalendar } from './find-calendar';

/** The address of a manage link: the secret opens exactly this call of this practice. */
export interface ManageLink {
  readonly practiceSlug: string;
  readonly id: string;
  readonly secret: string;
}

/** A discovery call whose visitor is known. */
export interface OpenedCall extends StoredAppointment {
  readonly intake: StoredIntake & { firstName: string; lastName: string; phone: string };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds calls for their visitors; whatever is not theirs, erased or unknown is not found. */
@Injectable()
export class VisitorCalls {
  constructor(
    private readonly find: FindCalendar,
    private readonly transactions: Transactions,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal not-found */
  async show(link: ManageLink): Promise<BookedCall> {
    const practice = await this.find.practice(link.practiceSlug);
    const call = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.open(transaction, practice, link),
    );
    return this.replyOf(practice, call);
  }

  /** The call, locked behind its calendar. @throws Refusal not-found */
  async lock(transaction: Transaction, practice: PublicPractice, link: ManageLink): Promise<OpenedCall> {
    const call = await this.open(transaction, practice, link);
    await lockCalendar(transaction, practice.id, call.supervisorId);
    return this.open(transaction, practice, link);
  }

  /** @throws Refusal not-found, the same for a wrong secret as for an unknown call */
  async open(
    transaction: Transaction,
    practice: PublicPractice,
    { id, secret }: ManageLink,
  ): Promise<OpenedCall> {
    const call = UUID.test(id) ? await findForChange(transaction, practice.id, id) : null;
    const right =
      call &&
      manageSecret(this.configuration.SECRET_KEY, {
        practiceId: practice.id,
        id,
        linkVersion: call.linkVersion,
      });
    if (!call || !right || !sameText(right, secret) || !isOpened(call))
      throw new Refusal<GeneralRefusal>('not-found');
    return call;
  }

  /** The answer to a request that was answered before. @throws Refusal not-found once erased */
  async reply(practice: PublicPractice, id: string): Promise<BookedCall> {
    const call = await this.transactions.inPractice(practice.id, null, (transaction) =>
      findForChange(transaction, practice.id, id),
    );
    if (call === null || !isOpened(call)) throw new Refusal<GeneralRefusal>('not-found');
    return this.replyOf(practice, call);
  }

  replyOf(practice: PublicPractice, call: OpenedCall): BookedCall {
    return bookedCallOf(
      visitorCall(call),
      practice,
      supervisorOf(practice, call),
      this.configuration.SECRET_KEY,
      this.clock.now(),
    );
  }

  /** Id of what the same key and body booked within a day; a key used for something else is refused. */
  async bookedBefore(
    practiceId: string,
    { keyHash, bodyHash }: Idempotency,
  ): Promise<{ id: string; same: boolean } | null> {
    const since = new Date(this.clock.now() - DAY);
    const rows = await this.transactions.inPractice(
      practiceId,
      null,
      (transaction): Promise<{ body_hash: Buffer; appointment_id: string }[]> =>
        transaction.query(
          'SELECT body_hash, appointment_id FROM idempotency_key WHERE practice_id = $1 AND key_hash = $2 AND created_at > $3',
          [practiceId, keyHash, since],
        ),
    );
    const row = rows[0];
    return row === undefined ? null : { id: row.appointment_id, same: row.body_hash.equals(bodyHash) };
  }

  /**
   * Someone asked for a second call: whoever holds the open one is mailed its link, at most once a day. The
   * asker learns nothing.
   */
  async remindOfOpenCall(practice: PublicPractice, { email, phone }: Intake): Promise<void> {
    const now = this.clock.now();
    await this.transactions.inPractice(practice.id, null, async (transaction) => {
      const found: { id: string }[] = await transaction.query(
        `SELECT d.id FROM discovery_call d
         WHERE d.practice_id = $1 AND d.open AND d.email IS NOT NULL AND (lower(d.email) = lower($2) OR d.phone = $3)
           AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.practice_id = d.practice_id AND l.appointment_id = d.id
             AND l.kind = 'existing-link' AND l.created_at > $4)
         ORDER BY (lower(d.email) = lower($2)) DESC LIMIT 1`,
        [practice.id, email, phone, new Date(now - DAY)],
      );
      const id = found[0]?.id;
      const supervisorId = id === undefined ? null : await findSupervisor(transaction, practice.id, id);
      if (id === undefined || supervisorId === null) return;
      await lockCalendar(transaction, practice.id, supervisorId);
      const call = await findForChange(transaction, practice.id, id);
      if (call === null || !isOpened(call)) return;
      const languages = { visitor: call.intake.language, supervisor: call.supervisor.language };
      const letters = planLetters('tried-again', {
        start: call.startsAt,
        now,
        hasVisitorAddress: true,
        sequence: call.sequence,
        languages,
      });
      await insertLetters(transaction, practice.id, id, letters, now);
    });
    this.bell.ring();
  }
}

function visitorCall({ intake, ...call }: OpenedCall): VisitorCall {
  return {
    id: call.id,
    status: call.status,
    startsAt: call.startsAt,
    endsAt: call.endsAt,
    linkVersion: call.linkVersion,
    outcome: call.outcome,
    firstName: intake.firstName,
    lastName: intake.lastName,
    email: intake.email,
    phone: intake.phone,
    reason: intake.reason,
    words: intake.words,
    language: intake.language,
    timeZone: intake.timeZone,
  };
}

/** A supervisor who is no longer active still has a name in what was booked. */
function supervisorOf(practice: PublicPractice, call: StoredAppointment): PublicSupervisor {
  const active = practice.supervisors.find(({ id }) => id === call.supervisorId);
  return (
    active ?? { ...call.supervisor, id: call.supervisorId, introduction: { fr: '', en: '' }, formerSlugs: [] }
  );
}

function isOpened(call: StoredAppointment): call is OpenedCall {
  const { intake } = call;
  return intake !== null && intake.erasedAt === null && intake.firstName !== null && intake.phone !== null;
}

/** By bytes: a given text of as many characters may have more of them. */
function sameText(right: string, given: string): boolean {
  const [rightBytes, givenBytes] = [Buffer.from(right), Buffer.from(given)];
  return rightBytes.length === givenBytes.length && timingSafeEqual(rightBytes, givenBytes);
}
