import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { doorRoutes } from './account/door.routes';
import { joinRoutes } from './practice/join.routes';
import { firstPageOf } from './shell/destinations';
import { Session } from './shell/session';
import { cutOff, openTo, signedIn } from './shell/signed-in';

/** Table of contents: one line per place. */
export const routes: Routes = [
  ...doorRoutes,
  ...joinRoutes,
  {
    path: '',
    canMatch: [signedIn],
    loadComponent: () => import('./shell/shell-frame/shell-frame').then((file) => file.ShellFrame),
    children: [
      {
        path: 'journal',
        loadChildren: () => import('./journal/journal.routes').then((file) => file.journalRoutes),
      },
      {
        path: 'leaving',
        loadComponent: () => import('./shell/not-found-page').then((file) => file.LeavingPage),
      },
      { path: '', pathMatch: 'full', redirectTo: () => firstPage(inject(Session)) },
      {
        path: '**',
        canMatch: [cutOff],
        title: $localize`Hors ligne`,
        loadComponent: () => import('./shell/needs-network-page').then((file) => file.NeedsNetworkPage),
      },
      {
        path: 'account',
        loadChildren: () => import('./account/account.routes').then((file) => file.accountRoutes),
      },
      {
        path: 'members',
        canMatch: [openTo('owner', 'supervisor')],
        loadChildren: () => import('./practice/practice.routes').then((file) => file.peopleRoutes),
      },
      {
        path: 'practice',
        canMatch: [openTo('owner', 'supervisor')],
        loadChildren: () => import('./practice/practice.routes').then((file) => file.practiceRoutes),
      },
      {
        path: 'own-page',
        canMatch: [openTo('supervisor')],
        loadChildren: () => import('./practice/practice.routes').then((file) => file.ownPageRoutes),
      },
      {
        path: 'audit',
        canMatch: [openTo('owner')],
        loadChildren: () => import('./practice/practice.routes').then((file) => file.auditRoutes),
      },
      {
        path: 'home',
        canMatch: [openTo('coach')],
        loadChildren: () => import('./supervision/supervision.routes').then((file) => file.homeRoutes),
      },
      {
        path: 'contracts',
        canMatch: [openTo('owner', 'supervisor', 'coach')],
        loadChildren: () => import('./supervision/supervision.routes').then((file) => file.contractRoutes),
      },
      {
        path: 'contract-templates',
        canMatch: [openTo('owner', 'supervisor')],
        loadChildren: () => import('./supervision/supervision.routes').then((file) => file.templateRoutes),
      },
      {
        path: '',
        canMatch: [openTo('supervisor')],
        loadChildren: () => import('./booking/booking.routes').then((file) => file.bookingRoutes),
      },
      {
        path: '**',
        title: $localize`Page introuvable`,
        loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];

function firstPage(session: Session): string {
  if (session.isCutOff()) return '/journal';
  return firstPageOf(session.who()?.roles ?? [], session.formerUntil() !== null);
}
