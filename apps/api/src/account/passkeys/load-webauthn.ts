/** With the first passkey: a process that sees none does without its 13 MB, less what others load as well. */
export function loadWebAuthn() {
  return import('@simplewebauthn/server');
}
