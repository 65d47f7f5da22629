import type { Routes } from '@angular/router';

export const accountRoutes: Routes = [
  {
    path: '',
    title: $localize`Se connecter`,
    loadComponent: () => import('./sign-in-page/sign-in-page').then((page) => page.SignInPage),
  },
];
