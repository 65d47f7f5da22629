import type { Routes } from '@angular/router';
import { loadQuestionWords } from './question-words';

export const journalRoutes: Routes = [
  {
    // Readable by anybody who is signed in, with or without a vault.
    path: 'protection',
    title: $localize`Comment votre journal est protégé`,
    loadComponent: () => import('./other-pages').then((file) => file.ProtectionPage),
  },
  {
    path: '',
    loadComponent: async () => {
      const [file] = await Promise.all([import('./everyday-pages'), loadQuestionWords()]);
      return file.JournalFrame;
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`Journal`,
        loadComponent: () => import('./everyday-pages').then((file) => file.TimelinePage),
      },
      {
        path: 'new',
        title: $localize`Nouvelle entrée`,
        loadComponent: () => import('./everyday-pages').then((file) => file.StartPage),
      },
      {
        path: 'take-away',
        title: $localize`Emporter, rapporter`,
        loadComponent: () => import('./other-pages').then((file) => file.TakeAwayPage),
      },
      {
        path: 'insights',
        title: $localize`Ce que vos offres disent`,
        loadComponent: () => import('./other-pages').then((file) => file.InsightsPage),
      },
      {
        path: 'people',
        title: $localize`Qui peut lire`,
        loadComponent: () => import('./other-pages').then((file) => file.PeoplePage),
      },
      {
        path: 'vault',
        title: $localize`Votre coffre`,
        loadComponent: () => import('./other-pages').then((file) => file.VaultPage),
      },
      {
        path: 'shared',
        title: $localize`Partagées avec moi`,
        loadComponent: () => import('./entry-pages').then((file) => file.SharedPage),
      },
      {
        path: 'shared/:id',
        title: $localize`Entrée partagée`,
        loadComponent: () => import('./entry-pages').then((file) => file.SharedEntryPage),
      },
      {
        path: 'reminder/:id',
        title: $localize`Rappel`,
        loadComponent: () => import('./other-pages').then((file) => file.ReminderPage),
      },
      {
        // Never the name of an entry: titles and addresses are seen by others than its writer.
        path: ':id',
        title: $localize`Entrée de journal`,
        loadComponent: () => import('./entry-pages').then((file) => file.EntryPage),
      },
    ],
  },
];
