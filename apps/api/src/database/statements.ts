import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/**
 * The hot paths: one prepared statement, one round trip. Such a statement enters the practice by itself
 * (its function calls `enter_practice` first), so it needs no transaction around it.
 */
@Injectable()
export class Statements {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  /** First row, or null. `name` identifies the prepared statement: one name, one text. */
  async one<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row | null> {
    return (await this.all<Row>(name, text, values))[0] ?? null;
  }

  async all<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values: [...values] });
    return rows;
  }
}
