import type { Random } from '@visavis/sealing';
import type { News } from '../protocol';
import type { Device } from './device';
import type { JournalServer } from './journal-server';
import type { WriterLock } from './writer-lock';

/** What the worker has around it, handed in: the server, this device, chance, time, and the page. */
export interface World {
  readonly server: JournalServer;
  readonly device: Device;
  readonly writer: WriterLock;
  readonly random: Random;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The person's own date, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly tell: (news: News) => void;
}
