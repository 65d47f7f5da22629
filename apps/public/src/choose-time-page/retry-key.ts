/** One Idempotency-Key per filled form: a retry of the same wish carries the same key, another wish a new one. */
export class RetryKey {
  private key: string | null = null;
  private wish = '';

  /** null where the page was not loaded over a secure connection, which has no randomUUID. */
  for(wish: unknown): string | null {
    const text = JSON.stringify(wish);
    if (this.key === null || text !== this.wish) {
      this.key = typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : null;
      this.wish = text;
    }
    return this.key;
  }
}
