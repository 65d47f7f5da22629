import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { AccountClient } from '../account/account-client';
import { Session } from './session';

/** Lets in who is signed in; everybody else signs in first and is then led on to this address. */
export const signedInGuard: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const client = inject(AccountClient);
  const router = inject(Router);
  if (session.who() ?? (await client.resume())) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { back: state.url } });
};
