import { AUDIT_ACTS } from '@visavis/practice';

/** Looked at when a test's program stops: whatever the tests made it do, the history has a word for it. */
export async function expectKnownActs(
  rows: (text: string, values: unknown[]) => Promise<readonly object[]>,
): Promise<void> {
  const unknown = await rows('SELECT DISTINCT act FROM audit_event WHERE act <> ALL ($1)', [[...AUDIT_ACTS]]);
  if (unknown.length > 0) throw new Error(`the audit trail has no words for ${JSON.stringify(unknown)}`);
}
