import { inject } from '@angular/core';
import type { Role, SessionReply } from '@visavis/account';
import { type CanMatchFn, Router, type UrlTree } from '@angular/router';
import { AccountClient } from '../account/account-client';
import { Refused } from './refused';
import type { Reason } from './reasons';
import { Session } from './session';

const AWAY: readonly Reason[] = ['offline', 'unavailable'];

/**
 * Lets in who is signed in, and whoever cannot be asked because the server is away: they see what is on this device.
 * Everybody else signs in first and is then led on to this address. Whose role needs a second factor and has none adds
 * one before anything else.
 */
export const signedIn: CanMatchFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  const client = inject(AccountClient);
  const who = session.who() ?? (await resumeOrCutOff(client, session));
  if (session.isCutOff()) return true;
  if (who?.secondFactor.needed) return leadTo(router, '/second-factor');
  return who !== null || leadTo(router, '/sign-in');
};

/** While nobody can be asked who is signed in, and so what they may see. */
export const cutOff: CanMatchFn = () => inject(Session).isCutOff();

/** Only these roles find what lies behind; for all others the address leads nowhere. Comes after `signedIn`. */
export function openTo(...roles: readonly Role[]): CanMatchFn {
  return () => inject(Session).is(...roles);
}

async function resumeOrCutOff(client: AccountClient, session: Session): Promise<SessionReply | null> {
  try {
    return await client.resume();
  } catch (error) {
    if (!(error instanceof Refused) || !AWAY.includes(error.reason)) throw error;
    session.cutOff();
    return null;
  }
}

/** Also leads back: `back` is where one wanted to go. */
function leadTo(router: Router, path: string): UrlTree {
  const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
  return router.createUrlTree([path], { queryParams: wanted === '/' ? {} : { back: wanted } });
}
