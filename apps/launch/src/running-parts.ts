/** What has been started, in order; ended in the opposite order. */
export class RunningParts {
  readonly #closers: { name: string; stop: () => Promise<void> | void }[] = [];
  #ending: Promise<void> | null = null;

  /**
   * Runs one step of starting up and keeps how to undo it. Once the end has begun nothing more is started.
   *
   * @throws Error when the end has begun meanwhile
   */
  async start<T>(
    name: string,
    begin: () => Promise<T> | T,
    stop: (part: T) => Promise<void> | void,
  ): Promise<T> {
    if (this.#ending) throw new Error('Stopped while starting.');
    const part = await begin();
    if (this.#ending) {
      await stop(part);
      throw new Error('Stopped while starting.');
    }
    this.#closers.push({ name, stop: () => stop(part) });
    return part;
  }

  /** Ends everything; a part that fails to end does not keep the others from it. Every call gets the same end. */
  stop(say: (line: string) => void): Promise<void> {
    this.#ending ??= (async () => {
      for (const { name, stop } of this.#closers.toReversed())
        try {
          await stop();
        } catch (error) {
          say(`${name} did not end cleanly: ${String(error)}`);
        }
    })();
    return this.#ending;
  }
}
