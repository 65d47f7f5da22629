/** One Idempotency-Key per wish: the same wish sent again carries the same key, a changed one another. */
export class WishKey {
  #key = '';
  #wish = '';

  of(wish: unknown): string {
    const text = JSON.stringify(wish);
    if (text !== this.#wish) {
      this.#wish = text;
      this.#key = newKey();
    }
    return this.#key;
  }

  forget(): void {
    this.#wish = '';
  }
}

/** `crypto.randomUUID` exists only where the page came over a secure connection; random values do everywhere. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
