import type { Routes } from '@angular/router';
import { openTo } from '../shell/signed-in';
import { unsavedChangesGuard } from '../shell/unsaved-changes-guard';

export const homeRoutes: Routes = [
  {
    path: '',
    title: $localize`Accueil`,
    loadComponent: () => import('./home-page/home-page').then((file) => file.HomePage),
  },
];

export const contractRoutes: Routes = [
  {
    path: '',
    title: $localize`Contrats`,
    loadComponent: () => import('./contracts-page/contracts-page').then((file) => file.ContractsPage),
  },
  {
    path: ':id',
    title: $localize`Contrat`,
    loadComponent: () => import('./contract-page/contract-page').then((file) => file.ContractPage),
  },
  {
    path: ':id/edit',
    title: $localize`Écrire le contrat`,
    canMatch: [openTo('supervisor')],
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () =>
      import('./edit-contract-page/edit-contract-page').then((file) => file.EditContractPage),
  },
  {
    path: ':id/sign',
    title: $localize`Signer le contrat`,
    loadComponent: () => import('./sign-page/sign-page').then((file) => file.SignPage),
  },
  {
    path: ':id/changes/:number',
    title: $localize`Ce qui change`,
    loadComponent: () => import('./changes-page/changes-page').then((file) => file.ChangesPage),
  },
  {
    path: ':id/evidence',
    title: $localize`Preuves`,
    loadComponent: () => import('./evidence-page/evidence-page').then((file) => file.EvidencePage),
  },
  {
    path: ':id/sessions',
    title: $localize`Séances et minutes`,
    loadComponent: () => import('./sessions-page/sessions-page').then((file) => file.SessionsPage),
  },
  {
    path: ':id/book',
    title: $localize`Réserver une séance`,
    loadComponent: () => import('./book-session-page/book-session-page').then((file) => file.BookSessionPage),
  },
];

export const templateRoutes: Routes = [
  {
    path: '',
    title: $localize`Modèles de contrat`,
    loadComponent: () => import('./templates-page/templates-page').then((file) => file.TemplatesPage),
  },
  {
    path: ':id',
    title: $localize`Modèle de contrat`,
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () => import('./template-page/template-page').then((file) => file.TemplatePage),
  },
];
