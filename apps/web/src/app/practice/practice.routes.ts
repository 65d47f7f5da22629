import type { Routes } from '@angular/router';
import { unsavedChangesGuard } from '../shell/unsaved-changes-guard';

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

export const practiceRoutes: Routes = [
  {
    path: '',
    title: $localize`Cabinet`,
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () => import('./practice-page/practice-page').then((file) => file.PracticePage),
  },
];

export const peopleRoutes: Routes = [
  {
    path: '',
    title: $localize`Personnes`,
    loadComponent: () => import('./members-page/members-page').then((file) => file.MembersPage),
  },
];

export const auditRoutes: Routes = [
  {
    path: '',
    title: $localize`Historique`,
    loadComponent: () => import('./audit-page/audit-page').then((file) => file.AuditPage),
  },
];
