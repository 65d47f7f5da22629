import type { Routes } from '@angular/router';

export const journalRoutes: Routes = [
  {
    // Readable by anybody who is signed in, with or without a vault.
    path: 'protection',
    title: $localize`Comment votre journal est protégé`,
    loadComponent: () => import('./protection-page/protection-page').then((file) => file.ProtectionPage),
  },
  {
    path: '',
    loadComponent: () => import('./journal-frame/journal-frame').then((file) => file.JournalFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Journal`,
        loadComponent: () => import('./timeline-page/timeline-page').then((file) => file.TimelinePage),
      },
      {
        path: 'new',
        title: $localize`Nouvelle entrée`,
        loadComponent: () => import('./start-page/start-page').then((file) => file.StartPage),
      },
      {
        path: 'take-away',
        title: $localize`Emporter, rapporter`,
        loadComponent: () => import('./take-away-page/take-away-page').then((file) => file.TakeAwayPage),
      },
      {
        path: 'insights',
        title: $localize`Ce que vos offres disent`,
        loadComponent: () => import('./insights-page/insights-page').then((file) => file.InsightsPage),
      },
      {
        path: 'people',
        title: $localize`Qui peut lire`,
        loadComponent: () => import('./people-page/people-page').then((file) => file.PeoplePage),
      },
      {
        path: 'vault',
        title: $localize`Votre coffre`,
        loadComponent: () => import('./vault-page/vault-page').then((file) => file.VaultPage),
      },
      {
        path: 'shared',
        title: $localize`Partagées avec moi`,
        loadComponent: () => import('./shared-page/shared-page').then((file) => file.SharedPage),
      },
      {
        path: 'shared/:id',
        title: $localize`Entrée partagée`,
        loadComponent: () =>
          import('./shared-entry-page/shared-entry-page').then((file) => file.SharedEntryPage),
      },
      {
        path: 'reminder/:id',
        title: $localize`Rappel`,
        loadComponent: () => import('./reminder-page/reminder-page').then((file) => file.ReminderPage),
      },
      {
        // Never the name of an entry: titles and addresses are seen by others than its writer.
        path: ':id',
        title: $localize`Entrée de journal`,
        loadComponent: () => import('./entry-page/entry-page').then((file) => file.EntryPage),
      },
    ],
  },
];
