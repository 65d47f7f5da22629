import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import { Session } from '../shell/session';
import { AccountClient } from './account-client';

/** Adding a second factor needs the password only; whoever is not signed in at all signs in first. */
const halfSignedIn: CanMatchFn = async () =>
  inject(Session).who() !== null || (await inject(AccountClient).resume()) !== null;

/** Before the door: open to who is not signed in. */
export const doorRoutes: Routes = [
  {
    path: 'sign-in',
    title: $localize`Se connecter`,
    loadComponent: () => import('./sign-in-page/sign-in-page').then((page) => page.SignInPage),
  },
  {
    path: 'second-factor',
    title: $localize`Protéger votre espace`,
    canMatch: [halfSignedIn],
    loadComponent: () =>
      import('./second-factor-page/second-factor-page').then((page) => page.SecondFactorPage),
  },
  {
    path: 'forgotten-password',
    title: $localize`Mot de passe oublié`,
    loadComponent: () =>
      import('./forgotten-password-page/forgotten-password-page').then((page) => page.ForgottenPasswordPage),
  },
  {
    path: 'new-password/:id/:secret',
    title: $localize`Nouveau mot de passe`,
    loadComponent: () => import('./new-password-page/new-password-page').then((page) => page.NewPasswordPage),
  },
];
