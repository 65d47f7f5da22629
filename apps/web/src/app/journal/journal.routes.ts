import type { Routes } from '@angular/router';
import { JournalFrame } from './journal-frame/journal-frame';
import { loadQuestionWords } from './question-words';
import { StartPage } from './start-page/start-page';
import { TimelinePage } from './timeline-page/timeline-page';

export const journalRoutes: Routes = [
  {
    // Readable by anybody who is signed in, with or without a vault.
    path: 'protection',
    title: $localize`Comment votre journal est protégé`,
    loadComponent: () => import('./later-pages').then((file) => file.ProtectionPage),
  },
  {
    path: '',
    component: JournalFrame,
    resolve: { words: loadQuestionWords },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Journal`,
        component: TimelinePage,
      },
      {
        path: 'new',
        title: $localize`Nouvelle entrée`,
        component: StartPage,
      },
      {
        path: 'take-away',
        title: $localize`Emporter, rapporter`,
        loadComponent: () => import('./later-pages').then((file) => file.TakeAwayPage),
      },
      {
        path: 'insights',
        title: $localize`Ce que vos offres disent`,
        loadComponent: () => import('./later-pages').then((file) => file.InsightsPage),
      },
      {
        path: 'people',
        title: $localize`Qui peut lire`,
        loadComponent: () => import('./later-pages').then((file) => file.PeoplePage),
      },
      {
        path: 'vault',
        title: $localize`Votre coffre`,
        loadComponent: () => import('./later-pages').then((file) => file.VaultPage),
      },
      {
        path: 'shared',
        title: $localize`Partagées avec moi`,
        loadComponent: () => import('./later-pages').then((file) => file.SharedPage),
      },
      {
        path: 'shared/:id',
        title: $localize`Entrée partagée`,
        loadComponent: () => import('./later-pages').then((file) => file.SharedEntryPage),
      },
      {
        path: 'reminder/:id',
        title: $localize`Rappel`,
        loadComponent: () => import('./later-pages').then((file) => file.ReminderPage),
      },
      {
        // Never the name of an entry: titles and addresses are seen by others than its writer.
        path: ':id',
        title: $localize`Entrée de journal`,
        loadComponent: () => import('./later-pages').then((file) => file.EntryPage),
      },
    ],
  },
];
