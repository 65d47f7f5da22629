import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration that is a list of hand-written SQL statements, one per query, so that each can be routed to
 * shards. Migrations only go forward: a mistake is mended by the next one.
 */
export abstract class StatementsMigration implements MigrationInterface {
  abstract readonly name: string;
  abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} only goes forward`));
  }
}
