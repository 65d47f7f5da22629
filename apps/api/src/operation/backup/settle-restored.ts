import type { Client } from 'pg';

export interface Settled {
  /** Letters that may have gone out already and stay until somebody sends them again. */
  readonly putAside: number;
  /** Letters that are still to come. */
  readonly toCome: number;
}

// Nobody knows whether the lost server sent them: they stand as failed, where they can be sent again by hand.
const PUT_ASIDE = `
  UPDATE letter SET state = 'failed', failure = 'restored' WHERE state IN ('planned', 'sending') AND due_at <= $1`;
// The queue is a new one: what was handed to the old one is handed over again.
const TO_COME = `
  UPDATE letter SET state = 'planned', relayed_at = NULL WHERE state IN ('planned', 'sending')`;

/**
 * What a restored state must not do again: letters of the time up to `sentUntil` stay unsent, nobody is signed in,
 * and no code that was used meanwhile counts once more.
 *
 * @param sentUntil epoch milliseconds
 */
export async function settleRestored(client: Client, sentUntil: number): Promise<Settled> {
  const aside = await client.query(PUT_ASIDE, [new Date(sentUntil)]);
  const coming = await client.query(TO_COME);
  await client.query('DELETE FROM session');
  await client.query('DELETE FROM one_time_code');
  return { putAside: aside.rowCount ?? 0, toCome: coming.rowCount ?? 0 };
}
