import type { Routes } from '@angular/router';
import { unsavedChangesGuard } from '../shell/unsaved-changes-guard';

export const practiceRoutes: Routes = [
  {
    path: '',
    title: $localize`Cabinet`,
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () => import('./practice-page/practice-page').then((file) => file.PracticePage),
  },
];

export const ownPageRoutes: Routes = [
  {
    path: '',
    title: $localize`Ma page`,
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () => import('./own-page/own-page').then((file) => file.OwnPage),
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
