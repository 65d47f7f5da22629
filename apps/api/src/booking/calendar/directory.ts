import type { Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { NextBatch } from './next-batch';

type InBothLanguages = Readonly<Record<Language, string>>;

export interface PublicSupervisor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly introduction: InBothLanguages;
  readonly timeZone: string;
  readonly formerSlugs: readonly string[];
}

/** What the public pages know of a practice. */
export interface PublicPractice {
  readonly id: string;
  /** The current one, whichever address led here. */
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly allowedOrigins: readonly string[];
  readonly supervisors: readonly PublicSupervisor[];
}

/** Whatever else an address holds, such as a NUL, is not asked for: PostgreSQL would not take it as text. */
const SLUG = /^[a-z0-9-]{2,60}$/;

/** The texts everybody may read. */
export interface PublicNotices {
  readonly privacyNotice: InBothLanguages;
  readonly imprint: InBothLanguages;
}

/** Names and addresses change rarely; a public page of another process may be this many milliseconds behind. */
const FRESH_FOR = 20_000;

/** Finds practices and their active supervisors by address, present and former ones. */
@Injectable()
export class Directory {
  private readonly known = new LRUCache<string, { practice: PublicPractice; readAt: number }>({
    max: 12_000,
  });

  private readonly reads = new NextBatch<PublicPractice | null>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** null when no practice ever had this address. */
  async practice(slug: string): Promise<PublicPractice | null> {
    if (!SLUG.test(slug)) return null;
    const known = this.known.get(slug);
    const now = this.clock.now();
    if (known !== undefined && Math.abs(now - known.readAt) < FRESH_FOR) return known.practice;
    const practice = await this.reads.ask(slug, () => this.read(slug));
    if (practice !== null) this.known.set(slug, { practice, readAt: now });
    return practice;
  }

  async notices(practiceId: string): Promise<PublicNotices> {
    return this.transactions.inPractice(practiceId, null, async (transaction) => {
      const rows: PublicNotices[] = await transaction.query(
        'SELECT privacy_notice AS "privacyNotice", imprint FROM practice WHERE practice_id = $1',
        [practiceId],
      );
      return rows[0] ?? { privacyNotice: { fr: '', en: '' }, imprint: { fr: '', en: '' } };
    });
  }

  /** Forgets what it knows of a practice whose settings have just changed in this process. */
  forget(practiceId: string): void {
    for (const [slug, { practice }] of this.known.entries())
      if (practice.id === practiceId) this.known.delete(slug);
  }

  private async read(slug: string): Promise<PublicPractice | null> {
    const [address] = await this.transactions.outside<{ practice_id: string }>(
      'SELECT practice_id FROM practice_address WHERE slug = $1',
      [slug],
    );
    if (address === undefined) return null;
    return this.transactions.inPractice(address.practice_id, null, async (transaction) => {
      const rows: PublicPractice[] = await transaction.query(READ, [address.practice_id]);
      return rows[0] ?? null;
    });
  }
}

const READ = `
  SELECT p.practice_id AS id, a.slug, p.name, p.country, p.allowed_origins AS "allowedOrigins",
    coalesce((
      SELECT json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'email', s.email,
        'language', s.language, 'introduction', s.introduction, 'timeZone', s.time_zone,
        'formerSlugs', coalesce((SELECT json_agg(f.slug) FROM supervisor_former_slug f
          WHERE f.practice_id = s.practice_id AND f.supervisor_id = s.id), '[]')) ORDER BY s.name)
      FROM supervisor s WHERE s.practice_id = p.practice_id AND s.active), '[]') AS supervisors
  FROM practice p JOIN practice_address a ON a.practice_id = p.practice_id AND a.current
  WHERE p.practice_id = $1`;
