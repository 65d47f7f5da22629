/** Most milliseconds from being asked to end to the end, whatever hangs. */
const END_WITHIN = 28_000;
/** The same after a fault: the state is unknown, so what is under way gets a moment and no more. */
const END_AFTER_FAULT_WITHIN = 10_000;

export interface Ending {
  /** Finishes what is under way and closes everything; called once. */
  readonly finish: () => Promise<void>;
  /** Hears of a fault: what kind, the class of the error, and where; never its message, which could quote a person. */
  readonly hearFault: (fault: object) => void;
}

/**
 * Ends the process when it is asked to (SIGTERM, SIGINT, a launcher that is gone) with 0, and after an error that
 * nobody caught with 1, so that whoever keeps it up starts a clean one. Either way what is under way is finished first.
 */
export function endWhenAsked({ finish, hearFault }: Ending): void {
  let ending = false;
  const end = async (code: number, within: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), within).unref();
    await finish().catch((error: unknown) => hearFault(describeFault('finish', error)));
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0, END_WITHIN));
  if (process.env['VISAVIS_EXIT_WITH_PARENT'] === '1')
    process.on('disconnect', () => void end(0, END_WITHIN));
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      hearFault(describeFault(fault, error));
      void end(1, END_AFTER_FAULT_WITHIN);
    });
  }
}

function describeFault(fault: string, error: unknown): object {
  return { fault, error: error instanceof Error ? error.name : 'unknown', at: framesOf(error) };
}

/** Where an error came from, without what it says. */
export function framesOf(error: unknown): string[] {
  return error instanceof Error
    ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
    : [];
}
