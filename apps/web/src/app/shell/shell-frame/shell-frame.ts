import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AccountClient } from '../../account/account-client';
import { Icon } from '../../ui/icon';
import { destinationsOf, destinationsOffline } from '../destinations';
import { LanguageSwitch } from '../language-switch';
import { wordsOf } from '../refusal-words';
import { PracticeSwitch } from '../practice-switch/practice-switch';
import { Reach } from '../reach';
import { Session } from '../session';
import { ShellNotices } from '../shell-notices/shell-notices';
import { VaultLock } from '../vault-lock';
import { INTL_LOCALE } from '../../ui/language';
import { sayDate } from '../../ui/say-date';

/** What surrounds every signed-in page: where one is, where one can go, who one is. */
@Component({
  selector: 'visavis-shell-frame',
  imports: [Icon, LanguageSwitch, PracticeSwitch, RouterLink, RouterLinkActive, RouterOutlet, ShellNotices],
  templateUrl: './shell-frame.html',
  styleUrl: './shell-frame.scss',
  host: { '(document:keydown.escape)': 'closeMenu()' },
})
export class ShellFrame {
  readonly #router = inject(Router);
  readonly #client = inject(AccountClient);
  readonly #notices = inject(MatSnackBar);
  readonly #session = inject(Session);
  readonly #vault = inject(VaultLock);

  protected readonly lock = this.#vault.state;
  protected readonly readers = computed(() => {
    const lock = this.lock();
    return lock?.kind === 'shared' ? new Intl.ListFormat(INTL_LOCALE).format(lock.readers) : '';
  });
  protected readonly who = this.#session.who;
  protected readonly destinations = computed(() =>
    this.#session.isCutOff()
      ? destinationsOffline()
      : destinationsOf(this.who()?.roles ?? [], this.#session.formerUntil() !== null),
  );
  /** The other language is another client, which this device may not have. */
  protected readonly isAway = inject(Reach).isAway;
  /** Until when a former member comes back; empty for everybody else. */
  protected readonly formerUntil = computed(() => {
    const until = this.#session.formerUntil();
    return until === null ? '' : sayDate(this.#session.zone(), until);
  });
  protected readonly menuOpen = signal(false);
  protected readonly menuLabel = computed(() =>
    this.menuOpen() ? $localize`Fermer le menu` : $localize`Ouvrir le menu`,
  );
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
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

  protected lockNow(): void {
    this.#vault.lockNow();
  }

  protected closeMenu(): void {
    this.menuOpen.set(false);
  }

  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected async signOut(): Promise<void> {
    if (!(await this.#router.navigateByUrl('/leaving', { skipLocationChange: true }))) return;
    try {
      await this.#client.signOut();
      await this.#router.navigateByUrl('/sign-in');
    } catch (error) {
      this.#notices.open(wordsOf(error));
      await this.#router.navigateByUrl('/');
    }
  }
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? url;
}
