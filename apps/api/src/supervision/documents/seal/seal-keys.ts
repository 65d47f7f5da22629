import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '@visavis/kernel';
import { createPrivateKey, randomUUIDv7, X509Certificate } from 'node:crypto';
import { CONFIGURATION, type Configuration } from '../../../configuration/configuration';
import type { Transaction } from '../../../database/transactions';
import { lockSealKey, unlockSealKey } from './keep-seal-key';
import { makeSealCertificate } from './make-seal-certificate';
import { openConfiguredSealKey, openSealKey, type SealKey } from './seal-key';

/** A certificate is replaced when less than this is left of it, milliseconds. */
const RENEWED_BEFORE = 365 * 86_400_000;

interface Row {
  readonly id: string;
  readonly number: number;
  readonly certificate: Buffer;
  readonly locked: Buffer;
  readonly until: Date;
}

const NEWEST = `
  SELECT id, number, certificate, locked_key AS locked, valid_until AS until FROM seal_certificate
  WHERE practice_id = $1 ORDER BY number DESC LIMIT 1`;

/** The key that seals a practice's contracts: the configured one, or one of the practice's own, made when first needed. */
@Injectable()
export class SealKeys {
  private configured: Promise<SealKey> | null = null;

  constructor(
    @Inject(CONFIGURATION)
    private readonly configuration: Pick<Configuration, 'SECRET_KEY' | 'SEAL_CERTIFICATE' | 'SEAL_KEY'>,
  ) {}

  /** In a transaction of the practice. Two that make one at the same time end with the same. */
  async open(transaction: Transaction, practiceId: string, now: Instant): Promise<SealKey> {
    const { SEAL_CERTIFICATE: certificate, SEAL_KEY: key } = this.configuration;
    if (certificate !== null && key !== null) {
      return (this.configured ??= openConfiguredSealKey(certificate, key));
    }
    const kept = await this.newest(transaction, practiceId);
    if (kept !== null && kept.until.getTime() - now > RENEWED_BEFORE) return this.unlock(practiceId, kept);
    await this.make(transaction, practiceId, (kept?.number ?? 0) + 1, now);
    const made = await this.newest(transaction, practiceId);
    if (made === null) throw new Error('no seal certificate although one was just made');
    return this.unlock(practiceId, made);
  }

  private async newest(transaction: Transaction, practiceId: string): Promise<Row | null> {
    const rows: Row[] = await transaction.query(NEWEST, [practiceId]);
    return rows[0] ?? null;
  }

  private async make(
    transaction: Transaction,
    practiceId: string,
    number: number,
    now: Instant,
  ): Promise<void> {
    const practices: { name: string }[] = await transaction.query(
      'SELECT name FROM practice WHERE practice_id = $1',
      [practiceId],
    );
    const made = await makeSealCertificate(practices[0]?.name ?? 'Visavis', now);
    const id = randomUUIDv7();
    await transaction.query(
      `INSERT INTO seal_certificate (practice_id, id, number, certificate, locked_key, valid_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (practice_id, number) DO NOTHING`,
      [
        practiceId,
        id,
        number,
        made.certificate,
        lockSealKey(this.configuration.SECRET_KEY, { practiceId, id }, made.key),
        new Date(made.validUntil),
        new Date(now),
      ],
    );
  }

  private unlock(practiceId: string, { id, certificate, locked }: Row): Promise<SealKey> {
    const key = unlockSealKey(this.configuration.SECRET_KEY, { practiceId, id }, locked);
    return openSealKey(
      [new X509Certificate(certificate)],
      createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    );
  }
}
