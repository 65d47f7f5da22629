import type { Language } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { Statements } from '../../database/statements';
import { Together } from '../../database/together';

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
  /** Name of a set of colours in the pages' style sheet. */
  readonly accent: string;
  readonly motto: InBothLanguages;
  /** One or two, the practice's own first. */
  readonly languages: readonly Language[];
  /** It waits for its erasure and takes no new appointments. */
  readonly closing: boolean;
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

  private readonly reads = new Together<string, PublicPractice | null>(
    (slug) => slug,
    (slugs) => this.read(slugs),
  );

  constructor(
    private readonly statements: Statements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The practice at this address when it was read lately, without a question to anybody. */
  remembered(slug: string): PublicPractice | null {
    const known = this.known.get(slug);
    return known !== undefined && Math.abs(this.clock.now() - known.readAt) < FRESH_FOR
      ? known.practice
      : null;
  }

  /** null when no practice ever had this address. */
  async practice(slug: string): Promise<PublicPractice | null> {
    const remembered = this.remembered(slug);
    if (remembered !== null) return remembered;
    if (!SLUG.test(slug)) return null;
    const now = this.clock.now();
    const practice = await this.reads.ask(slug);
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

  private async read(slugs: readonly string[]): Promise<(PublicPractice | null)[]> {
    const rows = await this.statements.all<{ practice: PublicPractice | null }>(
      'read-public-practices',
      'SELECT read_public_practices($1) AS practice',
      [slugs],
    );
    return rows.map(({ practice }) => practice);
  }
}
