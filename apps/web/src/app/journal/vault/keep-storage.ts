/**
 * A browser short of space may clear what a site keeps, and with it drafts that the server does not have. Asked once the
 * vault is open, when there is something to lose; refused, everything goes on as before.
 */
export async function keepStorage(storage: StorageManager | undefined): Promise<void> {
  try {
    if ((await storage?.persisted()) === false) await storage?.persist();
  } catch {
    // A browser that cannot be asked.
  }
}
