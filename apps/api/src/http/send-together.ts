/** Most milliseconds that an answer waits for others. */
const PATIENCE = 2;

const waiting: (() => void)[] = [];
let since = 0;
let seen = 0;

/**
 * Sends answers that are decided at about the same time in one go: those of this turn of the event loop, and of the
 * next ones as long as each brings more. A write that wakes its reader costs as much as the rest of a refusal; the
 * others then find it awake. Alone, an answer waits for one empty turn.
 */
export function sendTogether(send: () => void): void {
  if (waiting.push(send) > 1) return;
  since = performance.now();
  seen = 0;
  setImmediate(look);
}

function look(): void {
  const more = waiting.length > seen;
  seen = waiting.length;
  if (more && performance.now() - since < PATIENCE) setImmediate(look);
  else for (const send of waiting.splice(0)) send();
}
