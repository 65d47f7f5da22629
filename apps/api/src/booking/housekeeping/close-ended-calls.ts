import { HOUR } from '@visavis/kernel';
import { findAcross, type HousekeepingTools } from './housekeeping-tools';

/** How long after its end a booked appointment becomes `done`, outcome unknown, in milliseconds. */
const DONE_AFTER = 24 * HOUR;

/** A call that has ended no longer holds the one open place of its visitor. Answers how many were closed. */
export async function closeEndedCalls(tools: HousekeepingTools): Promise<number> {
  return findAcross(
    tools,
    { text: 'SELECT practice_id, call_id AS id FROM ended_open_calls($1, $2)', moment: tools.clock.now() },
    (transaction, practiceId, ids) =>
      transaction.query(
        'UPDATE discovery_call SET open = false WHERE practice_id = $1 AND id = ANY($2::uuid[]) AND open',
        [practiceId, ids],
      ),
  );
}

/** `booked → done` a day after the end, whoever forgot to record an outcome. */
export async function finishPastAppointments(tools: HousekeepingTools): Promise<number> {
  const now = tools.clock.now();
  const endedBefore = new Date(now - DONE_AFTER);
  return findAcross(
    tools,
    {
      text: 'SELECT practice_id, appointment_id AS id FROM past_appointments($1, $2)',
      moment: endedBefore.getTime(),
    },
    (transaction, practiceId, ids) =>
      transaction.query(
        `UPDATE appointment SET status = 'done', updated_at = $3
         WHERE practice_id = $1 AND id = ANY($2::uuid[]) AND status = 'booked' AND ends_at <= $4`,
        [practiceId, ids, new Date(now), endedBefore],
      ),
  );
}
