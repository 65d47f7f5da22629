import type { Routes } from '@angular/router';
import { unsavedChangesGuard } from '../shell/unsaved-changes-guard';
import { Diary } from './diary';
import { MoveAppointment } from './move-appointment';
import { OpenDialogs } from './open-dialogs';

const beside: Routes = [
  {
    path: 'appointments/:id',
    title: $localize`Rendez-vous`,
    loadComponent: () =>
      import('./appointment-panel/appointment-panel').then((file) => file.AppointmentPanel),
  },
];

export const bookingRoutes: Routes = [
  { path: 'appointments/:id', redirectTo: 'week/appointments/:id' },
  {
    path: '',
    providers: [Diary, MoveAppointment, OpenDialogs],
    children: [
      {
        path: 'week',
        title: $localize`Semaine`,
        loadComponent: () => import('./week-page/week-page').then((file) => file.WeekPage),
        children: beside,
      },
      {
        path: 'list',
        title: $localize`Liste`,
        loadComponent: () => import('./list-page/list-page').then((file) => file.ListPage),
        children: beside,
      },
    ],
  },
  {
    path: 'availability',
    title: $localize`Disponibilités`,
    canDeactivate: [unsavedChangesGuard],
    loadComponent: () =>
      import('./availability-page/availability-page').then((file) => file.AvailabilityPage),
  },
  {
    path: 'calendar-feed',
    title: $localize`Flux d’agenda`,
    loadComponent: () => import('./feed-page/feed-page').then((file) => file.FeedPage),
  },
  {
    path: 'blocked-contacts',
    title: $localize`Contacts bloqués`,
    loadComponent: () =>
      import('./blocked-contacts-page/blocked-contacts-page').then((file) => file.BlockedContactsPage),
  },
];
