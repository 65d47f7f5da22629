import type { Routes } from '@angular/router';
import { signedInGuard } from './shell/signed-in-guard';

/** Table of contents: one line per place. */
export const routes: Routes = [
  {
    path: 'sign-in',
    loadChildren: () => import('./account/account.routes').then((file) => file.accountRoutes),
  },
  {
    path: '',
    canActivate: [signedInGuard],
    loadComponent: () => import('./shell/shell-frame/shell-frame').then((file) => file.ShellFrame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'week' },
      {
        path: 'practice',
        loadChildren: () => import('./practice/practice.routes').then((file) => file.practiceRoutes),
      },
      { path: '', loadChildren: () => import('./booking/booking.routes').then((file) => file.bookingRoutes) },
      {
        path: 'signing-out',
        loadComponent: () => import('./shell/not-found-page').then((file) => file.SigningOutPage),
      },
      {
        path: '**',
        title: $localize`Page introuvable`,
        loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
