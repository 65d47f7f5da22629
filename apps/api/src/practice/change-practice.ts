import type { PracticeSettingsReply, PracticeWish } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { isSupportedCountry } from 'libphonenumber-js';
import { Directory } from '../booking/calendar/directory';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';
import { malformed } from '../http/shape';
import { noteAct } from './audit.queries';
import { readPractice } from './read-practice';

const CHANGE = `
  UPDATE practice SET name = $2, country = $3, retention_months = $4, allowed_origins = $5, privacy_notice = $6,
    imprint = $7, accent = $8, motto = $9, languages = $10, legal = $11, contract_retention_years = $12,
    note_retention_years = $13
  WHERE practice_id = $1`;

/** An owner changes the settings of the practice. */
@Injectable()
export class ChangePractice {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal malformed for a country whose phone numbers nobody here can read */
  async change(asking: Asking, wish: PracticeWish): Promise<PracticeSettingsReply> {
    if (!isSupportedCountry(wish.country)) throw malformed([{ field: 'country', code: 'not-in-list' }]);
    const { practiceId, accountId } = asking;
    const reply = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      await transaction.query(CHANGE, [
        practiceId,
        wish.name,
        wish.country,
        wish.retentionMonths,
        [...new Set(wish.allowedOrigins)],
        JSON.stringify(wish.privacyNotice),
        JSON.stringify(wish.imprint),
        wish.accent,
        JSON.stringify(wish.motto),
        wish.languages,
        JSON.stringify(wish.legal),
        wish.contractRetentionYears,
        wish.noteRetentionYears,
      ]);
      await noteAct(transaction, asking, 'practice-changed', practiceId, this.clock.now());
      return readPractice(transaction, practiceId);
    });
    this.directory.forget(practiceId);
    return reply;
  }
}
