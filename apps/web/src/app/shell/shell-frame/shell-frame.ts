import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountClient } from '../../account/account-client';
import { SignInAgainDialog } from '../../account/sign-in-again-dialog/sign-in-again-dialog';
import { Icon, type IconName } from '../../ui/icon';
import { LanguageSwitch } from '../language-switch';
import { wordsOf } from '../refusal-words';
import { Session } from '../session';

interface Destination {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

const DESTINATIONS: readonly Destination[] = [
  { path: '/week', name: $localize`Semaine`, icon: 'week' },
  { path: '/list', name: $localize`Liste`, icon: 'list' },
  { path: '/availability', name: $localize`Disponibilités`, icon: 'hours' },
  { path: '/calendar-feed', name: $localize`Flux d’agenda`, icon: 'feed' },
  { path: '/blocked-contacts', name: $localize`Contacts bloqués`, icon: 'shield' },
  { path: '/practice', name: $localize`Cabinet`, icon: 'practice' },
];

/** What surrounds every signed-in page: where one is, where one can go, who one is. */
@Component({
  selector: 'visavis-shell-frame',
  imports: [Icon, LanguageSwitch, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell-frame.html',
  styleUrl: './shell-frame.scss',
  host: { '(document:keydown.escape)': 'closeMenu()' },
})
export class ShellFrame {
  readonly #router = inject(Router);
  readonly #client = inject(AccountClient);
  readonly #notices = inject(MatSnackBar);
  readonly #session = inject(Session);

  protected readonly destinations = DESTINATIONS;
  protected readonly who = this.#session.who;
  protected readonly menuOpen = signal(false);
  protected readonly menuLabel = computed(() =>
    this.menuOpen() ? $localize`Fermer le menu` : $localize`Ouvrir le menu`,
  );
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    const dialogs = inject(MatDialog);
    effect(() => {
      if (this.#session.expired()) dialogs.open(SignInAgainDialog, { disableClose: true, maxWidth: '26rem' });
    });
    let path = pathOf(this.#router.url);
    this.#router.events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      this.menuOpen.set(false);
      const before = path;
      path = pathOf(event.urlAfterRedirects);
      // A new page is read from its top; a panel beside the same page keeps the focus where it is.
      if (before.split('/')[1] !== path.split('/')[1])
        this.main().nativeElement.focus({ preventScroll: true });
    });
  }

  protected toggleMenu(): void {
    this.menuOpen.update((open) => !open);
  }

  protected closeMenu(): void {
    this.menuOpen.set(false);
  }

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected async signOut(): Promise<void> {
    if (!(await this.#router.navigateByUrl('/signing-out', { skipLocationChange: true }))) return;
    try {
      await this.#client.signOut();
      await this.#router.navigateByUrl('/sign-in');
    } catch (error) {
      this.#notices.open(wordsOf(error));
      await this.#router.navigateByUrl('/week');
    }
  }
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? url;
}
