import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from './violates';

/** A transaction that has entered a practice: the only way to reach practice-owned rows. */
export type Transaction = EntityManager;

const MOST_TRIES = 3;

/**
 * Opens transactions whose first statement says who is asking, so that row-level security sees one practice
 * (and one person, where rows are personal). Deadlocks and serialisation failures are tried again with
 * jitter, so `work` must not touch anything outside the database.
 */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  inPractice<T>(
    practiceId: string,
    personId: string | null,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.run(practiceId, personId, work);
  }

  /** Personal global rows (account, credential, session), before or beside any practice. */
  asPerson<T>(personId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(null, personId, work);
  }

  /** Global rows without a person: addresses of practices, and the named functions that answer with ids. */
  outside<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.dataSource.query(text, values);
  }

  private async run<T>(
    practiceId: string | null,
    personId: string | null,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (transaction) => {
          await transaction.query('SELECT enter_practice($1, $2)', [practiceId, personId]);
          return work(transaction);
        });
      } catch (error) {
        if (attempt >= MOST_TRIES || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 5 + Math.random() * 20));
      }
    }
  }
}
