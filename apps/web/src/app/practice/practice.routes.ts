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
