import type { Routes } from '@angular/router';

/** Before the door: open to who does not belong to a practice yet. */
export const joinRoutes: Routes = [
  {
    path: 'invitation/:practice/:id',
    title: $localize`Invitation`,
    loadComponent: () => import('./invitation-page/invitation-page').then((file) => file.InvitationPage),
  },
  {
    path: 'setup',
    title: $localize`Mettre en place votre cabinet`,
    loadComponent: () => import('./setup-page/setup-page').then((file) => file.SetupPage),
  },
];
