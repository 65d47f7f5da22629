import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';

interface FiguresRow {
  readonly waiting: string;
  readonly sending: string;
  readonly failed: string;
  readonly oldest_due: Date | null;
}

/** Letters by state and how far the relay is behind, asked of the database whenever figures are read. */
@Injectable()
export class LetterFigures implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const read = () => this.read();
    const names = { letters: 'visavis_letters', lag: 'visavis_relay_lag_seconds' };
    for (const name of Object.values(names)) register.removeSingleMetric(name);
    const lag = new Gauge({
      name: names.lag,
      help: 'Seconds since the oldest letter nobody handed over was due',
    });
    new Gauge({
      name: names.letters,
      help: 'Letters due and not sent, under way, and failed',
      labelNames: ['state'] as const,
      async collect() {
        const figures = await read();
        this.set({ state: 'waiting' }, figures.waiting);
        this.set({ state: 'sending' }, figures.sending);
        this.set({ state: 'failed' }, figures.failed);
        lag.set(figures.lagSeconds);
      },
    });
  }

  private async read() {
    const now = this.clock.now();
    const [row]: FiguresRow[] = await this.dataSource.query('SELECT * FROM letter_figures($1)', [
      new Date(now),
    ]);
    return {
      waiting: Number(row?.waiting ?? 0),
      sending: Number(row?.sending ?? 0),
      failed: Number(row?.failed ?? 0),
      lagSeconds: row?.oldest_due ? (now - row.oldest_due.getTime()) / 1000 : 0,
    };
  }
}
