import { inject } from '@angular/core';
import type { Role } from '@visavis/account';
import { type CanMatchFn, Router, type UrlTree } from '@angular/router';
import { AccountClient } from '../account/account-client';
import { Session } from './session';

/**
 * Lets in who is signed in; everybody else signs in first and is then led on to this address. Whose role needs a
 * second factor and has none adds one before anything else.
 */
export const signedIn: CanMatchFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  const client = inject(AccountClient);
  const who = session.who() ?? (await client.resume());
  if (who?.secondFactor.needed) return leadTo(router, '/second-factor');
  return who !== null || leadTo(router, '/sign-in');
};

/** Only these roles find what lies behind; for all others the address leads nowhere. Comes after `signedIn`. */
export function openTo(...roles: readonly Role[]): CanMatchFn {
  return () => inject(Session).is(...roles);
}

/** Also leads back: `back` is where one wanted to go. */
function leadTo(router: Router, path: string): UrlTree {
  const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
  return router.createUrlTree([path], { queryParams: wanted === '/' ? {} : { back: wanted } });
}
