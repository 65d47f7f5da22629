import type { Role } from '@visavis/account';
import type { IconName } from '../ui/icon';

export interface Destination {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  /** Who finds it in the navigation: the roles its route is open to. */
  readonly roles: readonly Role[];
}

const EVERYBODY: readonly Role[] = ['owner', 'supervisor', 'coach'];

/** Where one can go, in the order of the navigation. */
const DESTINATIONS: readonly Destination[] = [
  { path: '/week', name: $localize`Semaine`, icon: 'week', roles: ['supervisor'] },
  { path: '/list', name: $localize`Liste`, icon: 'list', roles: ['supervisor'] },
  { path: '/home', name: $localize`Accueil`, icon: 'home', roles: ['coach'] },
  { path: '/contracts', name: $localize`Contrats`, icon: 'contract', roles: ['supervisor', 'coach'] },
  { path: '/journal', name: $localize`Journal`, icon: 'journal', roles: EVERYBODY },
  { path: '/availability', name: $localize`Disponibilités`, icon: 'hours', roles: ['supervisor'] },
  { path: '/own-page', name: $localize`Ma page`, icon: 'external', roles: ['supervisor'] },
  { path: '/calendar-feed', name: $localize`Flux d’agenda`, icon: 'feed', roles: ['supervisor'] },
  { path: '/blocked-contacts', name: $localize`Contacts bloqués`, icon: 'shield', roles: ['supervisor'] },
  { path: '/members', name: $localize`Personnes`, icon: 'people', roles: ['owner', 'supervisor'] },
  {
    path: '/contract-templates',
    name: $localize`Modèles de contrat`,
    icon: 'template',
    roles: ['owner', 'supervisor'],
  },
  { path: '/practice', name: $localize`Cabinet`, icon: 'practice', roles: ['owner', 'supervisor'] },
  { path: '/audit', name: $localize`Historique`, icon: 'trail', roles: ['owner'] },
  { path: '/account', name: $localize`Mon compte`, icon: 'person', roles: EVERYBODY },
];

/** What is still theirs who was deactivated and comes back to their vault. */
const FORMER: readonly string[] = ['/journal', '/account'];

/** What somebody with these roles finds in the navigation, or a former member without any. */
export function destinationsOf(roles: readonly Role[], isFormer = false): Destination[] {
  if (isFormer) return DESTINATIONS.filter(({ path }) => FORMER.includes(path));
  return DESTINATIONS.filter((destination) => destination.roles.some((role) => roles.includes(role)));
}

/** What this device can show when nobody can be asked who is signed in. */
export function destinationsOffline(): Destination[] {
  return DESTINATIONS.filter(({ path }) => path === '/journal');
}

/** The page one begins with. */
export function firstPageOf(roles: readonly Role[], isFormer = false): string {
  return destinationsOf(roles, isFormer)[0]?.path ?? '/account';
}
