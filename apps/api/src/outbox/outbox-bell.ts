import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NOTIFY } from './letter-queue';

/** At most one NOTIFY in this time, in milliseconds. */
const COALESCE = 100;

/**
 * Wakes the workers after a commit that planned letters. Only a hint: the worker's sweep finds whatever no bell
 * announced, so a bell that cannot be rung is nobody's error.
 */
@Injectable()
export class OutboxBell {
  private pending: NodeJS.Timeout | null = null;
  private rungAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Call after the commit. Returns at once. */
  ring(): void {
    if (this.pending !== null) return;
    const wait = Math.max(0, this.rungAt + COALESCE - performance.now());
    this.pending = setTimeout(() => void this.notify(), wait);
    this.pending.unref();
  }

  private async notify(): Promise<void> {
    this.pending = null;
    this.rungAt = performance.now();
    try {
      await this.dataSource.query(NOTIFY);
    } catch {
      // the sweep behind the bell comes within seconds
    }
  }
}
