import type { Page } from '@playwright/test';

/** Whether somebody touches the authenticator whenever it is asked; pages may ask before anything is clicked. */
export interface Finger {
  away(): Promise<unknown>;
  ready(): Promise<unknown>;
}

/** A device that keeps passkeys and says yes by itself, in place of a finger. Belongs to this page only. */
export async function addVirtualAuthenticator(page: Page): Promise<Finger> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    away: () => devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false }),
    ready: () => devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true }),
  };
}
