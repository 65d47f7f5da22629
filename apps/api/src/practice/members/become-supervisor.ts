import type { Instant } from '@visavis/kernel';
import { slugLike } from '@visavis/practice';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import { DEFAULT_OFFERS } from '../default-offers';

const AGAIN = `
  UPDATE supervisor s SET active = true, name = m.name, email = m.email, language = m.language
  FROM member m
  WHERE s.practice_id = $1 AND s.member_id = $2 AND m.practice_id = s.practice_id AND m.id = s.member_id RETURNING s.id`;

const TAKEN = `
  SELECT slug FROM supervisor WHERE practice_id = $1
  UNION SELECT slug FROM supervisor_former_slug WHERE practice_id = $1`;

// The hours of whoever was here first are the likeliest; the new one changes them on their own page.
const BEGIN = `
  INSERT INTO supervisor (practice_id, id, member_id, slug, name, email, language, introduction, time_zone,
    holiday_country, feed_version, feed_details, active, created_at)
  SELECT m.practice_id, $3, m.id, $4, m.name, m.email, m.language, '{"fr": "", "en": ""}',
    coalesce((SELECT s.time_zone FROM supervisor s WHERE s.practice_id = m.practice_id ORDER BY s.created_at, s.id LIMIT 1),
      'Europe/Paris'), p.country, 1, false, true, $5
  FROM member m JOIN practice p ON p.practice_id = m.practice_id
  WHERE m.practice_id = $1 AND m.id = $2`;

const OFFER = `
  INSERT INTO offer (practice_id, id, supervisor_id, kind, length_min, step_min, buffer_before_min, buffer_after_min,
    min_notice_min, horizon_days, max_per_day, same_hours_as, weekly)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

export interface NewSupervisor {
  readonly practiceId: string;
  readonly memberId: string;
  readonly name: string;
}

/**
 * A booking page with calendar and offers for a member, or the one they had before. Whoever calls holds the lock
 * on the practice's row, so that two people of one name do not choose one address.
 */
export async function becomeSupervisor(
  transaction: Transaction,
  { practiceId, memberId, name }: NewSupervisor,
  now: Instant,
): Promise<void> {
  const [again]: [{ id: string }[], number] = await transaction.query(AGAIN, [practiceId, memberId]);
  if (again.length > 0) return;
  const taken: { slug: string }[] = await transaction.query(TAKEN, [practiceId]);
  const slug = slugLike(name, new Set(taken.map((row) => row.slug)));
  const id = randomUUIDv7();
  await transaction.query(BEGIN, [practiceId, memberId, id, slug, new Date(now)]);
  await transaction.query('INSERT INTO calendar (practice_id, supervisor_id, version) VALUES ($1, $2, 1)', [
    practiceId,
    id,
  ]);
  for (const [kind, offer] of Object.entries(DEFAULT_OFFERS)) {
    await transaction.query(OFFER, [
      practiceId,
      randomUUIDv7(),
      id,
      kind,
      offer.lengthMin,
      offer.stepMin,
      offer.bufferBeforeMin,
      offer.bufferAfterMin,
      offer.minNoticeMin,
      offer.horizonDays,
      offer.maxPerDay,
      offer.sameHoursAs,
      JSON.stringify(offer.weekly),
    ]);
  }
}

/** The page is hidden; appointments that were made stay. */
export async function ceaseToSupervise(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
): Promise<void> {
  await transaction.query('UPDATE supervisor SET active = false WHERE practice_id = $1 AND member_id = $2', [
    practiceId,
    memberId,
  ]);
}
