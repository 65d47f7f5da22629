import { DAY, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions, type Transaction } from '../../database/transactions';
import type { CalendarKey } from '../calendar/calendars';
import { Directory, type PublicSupervisor } from '../calendar/directory';
import { busyFeed, type FeedAppointment } from '../letters/busy-feed';
import { feedSecret, isFeedSecret } from './feed-secret';

/** What a feed covers, milliseconds around now. */
const LOOK_BACK = 30 * DAY;
const LOOK_AHEAD = 366 * DAY;

export interface FeedAddress {
  readonly practice: string;
  readonly supervisor: string;
  /** `<secret>.ics` */
  readonly file: string;
}

interface AppointmentRow extends Omit<FeedAppointment, 'start' | 'end'> {
  readonly start: Date;
  readonly end: Date;
}

const APPOINTMENTS = `
  SELECT a.id, a.starts_at AS start, a.ends_at AS end, a.sequence, a.title,
    CASE WHEN c.phone IS NOT NULL
      THEN json_build_object('name', c.first_name || ' ' || c.last_name, 'phone', c.phone) END AS visitor,
    coalesce(m.name, k.coach_name) AS coach
  FROM appointment a LEFT JOIN discovery_call c ON c.practice_id = a.practice_id AND c.id = a.id
  LEFT JOIN supervision_session z ON z.practice_id = a.practice_id AND z.appointment_id = a.id
  LEFT JOIN contract k ON k.practice_id = a.practice_id AND k.id = z.contract_id
  LEFT JOIN member m ON m.practice_id = a.practice_id AND m.id = k.coach_member_id
  WHERE a.practice_id = $1 AND a.supervisor_id = $2 AND a.status <> 'cancelled'
    AND a.starts_at >= $3 AND a.starts_at < $4
  ORDER BY a.starts_at`;

/** The feed that a supervisor's own calendar program reads, by an address that is the only key. */
@Injectable()
export class ShowFeed {
  constructor(
    private readonly directory: Directory,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal not-found for whatever is not exactly a present address */
  async show({ practice: practiceSlug, supervisor: supervisorSlug, file }: FeedAddress): Promise<string> {
    const secret = /^([A-Za-z0-9_-]{22})\.ics$/.exec(file)?.[1];
    const practice = secret === undefined ? null : await this.directory.practice(practiceSlug);
    const supervisor = practice?.supervisors.find(
      ({ slug, formerSlugs }) => slug === supervisorSlug || formerSlugs.includes(supervisorSlug),
    );
    if (secret === undefined || practice === null || supervisor === undefined)
      throw new Refusal<GeneralRefusal>('not-found');
    const key = { practiceId: practice.id, supervisorId: supervisor.id };
    return this.transactions.inPractice(practice.id, null, async (transaction) => {
      const details = await this.open(transaction, key, secret);
      return this.write(transaction, key, supervisor, details);
    });
  }

  /** Whether the feed tells details. @throws Refusal not-found when the secret does not open it */
  private async open(transaction: Transaction, key: CalendarKey, secret: string): Promise<boolean> {
    const rows: { version: number; details: boolean }[] = await transaction.query(
      `SELECT feed_version AS version, feed_details AS details FROM supervisor
       WHERE practice_id = $1 AND id = $2 AND active`,
      [key.practiceId, key.supervisorId],
    );
    const row = rows[0];
    if (
      row === undefined ||
      !isFeedSecret(secret, feedSecret(this.configuration.SECRET_KEY, key, row.version))
    ) {
      throw new Refusal<GeneralRefusal>('not-found');
    }
    return row.details;
  }

  private async write(
    transaction: Transaction,
    key: CalendarKey,
    { name, language }: PublicSupervisor,
    details: boolean,
  ): Promise<string> {
    const now: Instant = this.clock.now();
    const rows: AppointmentRow[] = await transaction.query(APPOINTMENTS, [
      key.practiceId,
      key.supervisorId,
      new Date(now - LOOK_BACK),
      new Date(now + LOOK_AHEAD),
    ]);
    const appointments = rows.map((row) => ({ ...row, start: row.start.getTime(), end: row.end.getTime() }));
    return busyFeed(appointments, { supervisor: name, language, now, details });
  }
}
