import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from './violates';

/** A transaction that has entered a practice: the only way to reach practice-owned rows. */
export type Transaction = EntityManager;

const MOST_TRIES = 3;

const ENTER_PRACTICE = 'SELECT enter_practice($1, $2)';
const ENTER_VAULT = 'SELECT enter_vault($1, $2, $3)';

/** A person in one practice, as a session knows them. */
export interface Member {
  readonly practiceId: string;
  readonly accountId: string;
  readonly memberId: string;
}

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
    return this.run(ENTER_PRACTICE, [practiceId, personId], work);
  }

  /** What is sealed: its rows ask for the member besides the practice. */
  asMember<T>(
    { practiceId, accountId, memberId }: Member,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.run(ENTER_VAULT, [practiceId, accountId, memberId], work);
  }

  /** Personal global rows (account, credential, session), before or beside any practice. */
  asPerson<T>(personId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(ENTER_PRACTICE, [null, personId], work);
  }

  /** Global rows without a person: addresses of practices, and the named functions that answer with ids. */
  outside<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.dataSource.query(text, values);
  }

  private async run<T>(
    enter: string,
    whom: unknown[],
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (transaction) => {
          await transaction.query(enter, whom);
          return work(transaction);
        });
      } catch (error) {
        if (attempt >= MOST_TRIES || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 5 + Math.random() * 20));
      }
    }
  }
}
