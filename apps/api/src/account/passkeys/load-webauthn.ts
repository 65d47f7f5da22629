/** With the first passkey: a process that sees none does without 13 MB. */
export function loadWebAuthn() {
  return import('@simplewebauthn/server');
}
