import type { SessionReply } from '@visavis/account';

/** Hélène, who owns her practice and supervises in it; say what matters. */
export function aSession(more: Partial<SessionReply> = {}): SessionReply {
  return {
    name: 'Hélène Fictive',
    email: 'helene@example.org',
    language: 'fr',
    roles: ['owner', 'supervisor'],
    former: null,
    practice: { slug: 'tilleuls', name: 'Tilleuls' },
    practices: [{ slug: 'tilleuls', name: 'Tilleuls' }],
    supervisor: { slug: 'helene', name: 'Hélène Fictive', timeZone: 'Europe/Paris' },
    secondFactor: { enrolled: ['totp'], needed: false, recoveryCodes: 10 },
    provenUntil: null,
    ...more,
  };
}
