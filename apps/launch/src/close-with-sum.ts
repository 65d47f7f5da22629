import type { Count } from './count-results.ts';

/**
 * Prints the closing line and lets this process end, failed if anything failed. Without `process.exit()`: that
 * drops what a pipe has not taken yet, and the last line is the one that counts.
 */
export function closeWithSum({ passed, failed }: Count): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
  if (process.connected) process.disconnect?.();
}
