/** The address in `Name <address@host>`, the form the configuration has checked. */
export function sendingAddress(mailFrom: string): string {
  return mailFrom.slice(mailFrom.lastIndexOf('<') + 1, -1);
}
