import type { Routes } from '@angular/router';

export const accountRoutes: Routes = [
  {
    path: '',
    title: $localize`Mon compte`,
    loadComponent: () => import('./account-page/account-page').then((page) => page.AccountPage),
  },
];
