import type { WeekReply } from '@visavis/booking';
import { DAY, Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { readWeek } from './appointment.queries';
import { missingOr } from './wishes';

/** Two months on one screen; more would be an export. */
const LONGEST_RANGE = 62 * DAY;

const moment = z.iso
  .datetime({ offset: true, error: missingOr('invalid-time') })
  .transform((text) => Date.parse(text));

/** `?from&to`, ISO instants; read as epoch milliseconds. */
export const weekQuery = z
  .strictObject({ from: moment, to: moment })
  // Written so that a NaN, already named as an invalid time, is not named again.
  .refine(({ from, to }) => !(from >= to), { path: ['to'], error: 'too-small' })
  .refine(({ from, to }) => !(to - from > LONGEST_RANGE), { path: ['to'], error: 'too-large' });
export type WeekQuery = z.output<typeof weekQuery>;

/** A supervisor's own appointments of some weeks. */
@Injectable()
export class ListWeek {
  constructor(private readonly transactions: Transactions) {}

  list(asking: SupervisorAsking, { from, to }: WeekQuery): Promise<WeekReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      const [supervisor]: { time_zone: string }[] = await transaction.query(
        'SELECT time_zone FROM supervisor WHERE practice_id = $1 AND id = $2',
        [asking.practiceId, asking.supervisorId],
      );
      if (supervisor === undefined) throw new Refusal<GeneralRefusal>('not-found');
      const appointments = await readWeek(transaction, asking, { start: from, end: to });
      return { timeZone: supervisor.time_zone, appointments };
    });
  }
}
