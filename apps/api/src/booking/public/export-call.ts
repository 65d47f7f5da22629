import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { calendarFile } from '../letters/calendar-of-call';
import { FindCalendar } from './find-calendar';
import { VisitorCalls, type ManageLink } from './visitor-calls';

/** What a visitor may take away: all that is stored about them, and the call for their calendar. */
@Injectable()
export class ExportCall {
  constructor(
    private readonly find: FindCalendar,
    private readonly calls: VisitorCalls,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Everything stored, times as ISO 8601 in UTC. @throws Refusal not-found */
  async everything(link: ManageLink): Promise<Record<string, unknown>> {
    const practice = await this.find.practice(link.practiceSlug);
    return this.transactions.inPractice(practice.id, null, async (transaction) => {
      const call = await this.calls.open(transaction, practice, link);
      const letters: Record<string, unknown>[] = await transaction.query(
        `SELECT kind, language, due_at AS "dueAt", state, sent_at AS "sentAt" FROM letter
         WHERE practice_id = $1 AND appointment_id = $2 AND recipient = 'visitor' ORDER BY due_at`,
        [practice.id, call.id],
      );
      const consent: { consentedAt: Date | null }[] = await transaction.query(
        'SELECT consented_at AS "consentedAt" FROM discovery_call WHERE practice_id = $1 AND id = $2',
        [practice.id, call.id],
      );
      const { open: _open, erasedAt: _erasedAt, ...told } = call.intake;
      return {
        practice: practice.name,
        supervisor: call.supervisor.name,
        call: {
          id: call.id,
          status: call.status,
          startsAt: new Date(call.startsAt),
          endsAt: new Date(call.endsAt),
          outcome: call.outcome,
          bookedAt: new Date(call.createdAt),
          bookedBy: call.origin === 'public' ? 'visitor' : 'supervisor',
        },
        told,
        consentedAt: consent[0]?.consentedAt ?? null,
        letters,
      };
    });
  }

  /** An iCalendar file. @throws Refusal not-found */
  async calendar(link: ManageLink): Promise<string> {
    const practice = await this.find.practice(link.practiceSlug);
    const call = await this.transactions.inPractice(practice.id, null, (transaction) =>
      this.calls.open(transaction, practice, link),
    );
    const { intake, supervisor } = call;
    const address = /<([^>]+)>/.exec(this.configuration.MAIL_FROM)?.[1] ?? '';
    return calendarFile(
      {
        id: call.id,
        start: call.startsAt,
        end: call.endsAt,
        sequence: call.sequence,
        cancelled: call.status === 'cancelled',
        supervisor: { name: supervisor.name, address: supervisor.email },
        visitor: {
          name: `${intake.firstName} ${intake.lastName}`,
          address: intake.email,
          phone: intake.phone,
        },
        organizer: { name: practice.name, address },
      },
      { recipient: 'visitor', language: intake.language, timeZone: intake.timeZone },
      this.clock.now(),
    );
  }
}
