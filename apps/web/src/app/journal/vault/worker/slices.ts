/** So long nothing else is answered, milliseconds. */
const SLICE = 8;

/** Long work in slices: between two of them the worker hears what the page asks, and does other work. */
export class Slices {
  #begun = performance.now();

  /** Goes on at once, or when whoever waited had their turn. */
  async next(): Promise<void> {
    if (performance.now() - this.#begun < SLICE) return;
    await turn();
    this.#begun = performance.now();
  }
}

/** A timer would be put off by 4 ms, which for a thousand texts is half of their time again. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
