import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { LISTEN } from './letter-queue';

/** Milliseconds before another connection is tried. */
const RECONNECT_AFTER = 1_000;

/** A connection of its own that hears the outbox's bell, and comes back after every break. */
export class BellListener {
  private readonly log = new Logger(BellListener.name);
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly onRing: () => void,
  ) {}

  /** Resolves when the first attempt is over; a failed one is repeated in the background. */
  async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'visavis-bell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('notification', () => this.onRing());
    client.once('error', () => this.again(client));
    client.once('end', () => this.again(client));
    try {
      await client.connect();
      await client.query(LISTEN);
      this.onRing();
    } catch {
      this.again(client);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private again(broken: Client): void {
    if (this.stopped || this.client !== broken) return;
    this.client = null;
    this.log.warn('bell connection lost, sweeping until it is back');
    broken.on('error', () => undefined);
    void broken.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.listen(), RECONNECT_AFTER);
  }
}
