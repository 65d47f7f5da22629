import type { Queue } from 'pg-boss';

/** Schema of the job queue; install-queue.ts grants rights on it by this name. */
export const QUEUE_SCHEMA = 'pgboss';

/** How the API rings the workers up. */
export const LISTEN = 'LISTEN outbox';
export const NOTIFY = 'NOTIFY outbox';

export const LETTER_QUEUE = 'letter';
export const DEAD_LETTER_QUEUE = 'letter-dead';

/**
 * How letters are tried. A mail server may be away for a day: 2 s, 4 s, 8 s … up to a quarter of an hour
 * between tries. A killed worker holds a letter for half a minute, not for pg-boss's quarter of an hour.
 */
export const QUEUES: readonly Queue[] = [
  { name: DEAD_LETTER_QUEUE, retryLimit: 10, retryDelay: 5, retryBackoff: true, notify: true },
  {
    name: LETTER_QUEUE,
    deadLetter: DEAD_LETTER_QUEUE,
    retryLimit: 100,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 120,
    heartbeatSeconds: 30,
    retentionSeconds: 14 * 86_400,
    deleteAfterSeconds: 86_400,
    notify: true,
  },
];
