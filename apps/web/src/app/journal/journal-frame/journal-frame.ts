import { afterRenderEffect, Component, computed, ElementRef, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '../../shell/session';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { sayMoment } from '../../ui/say-time';
import { Skeleton } from '../../ui/skeleton';
import { LockInFrame } from '../lock-in-frame';
import { OpenVault } from '../open-vault/open-vault';
import { UnlockVault } from '../unlock-vault/unlock-vault';
import { sayReaders } from '../say-readers';
import { JournalVault } from '../vault/journal-vault';
import { troubleWords, wordsOfTrouble } from '../journal-words';

/**
 * What stands before every page of the journal: the vault is opened, unlocked or refused here. A page exists only while
 * the vault is open, so nothing readable stays in the document once it is locked.
 */
@Component({
  selector: 'visavis-journal-frame',
  imports: [MatButton, OpenVault, RouterLink, RouterLinkActive, RouterOutlet, Skeleton, UnlockVault],
  templateUrl: './journal-frame.html',
  styleUrl: './journal-frame.scss',
})
export class JournalFrame {
  readonly #vault = inject(JournalVault);
  readonly #session = inject(Session);
  readonly #dialogs = inject(MatDialog);

  protected readonly state = this.#vault.state;
  protected readonly problem = signal('');
  protected readonly refusal = computed(() => {
    const refusal = this.#vault.refusal();
    return refusal === null ? '' : troubleWords(refusal);
  });
  protected readonly isNotHere = computed(() => this.#vault.refusal() === 'offline');
  protected readonly supervises = computed(() => this.#session.is('supervisor'));
  protected readonly mayAccept = computed(() => this.#vault.refusal() === 'vault-exchanged');
  protected readonly firstLook = computed(() => {
    const look = this.#vault.firstLook();
    return (
      look && {
        lastChange:
          look.lastChange === null
            ? $localize`aucune entrée`
            : sayMoment(this.#session.zone(), look.lastChange),
        readers: sayReaders(look.readers) || $localize`personne`,
      }
    );
  });

  constructor() {
    inject(LockInFrame);
    // After the vault has learnt whose it is, which ends whatever was asked before; again when that changes.
    afterRenderEffect(() => {
      if (this.#vault.state() === 'loading') untracked(() => void this.look());
    });
    const place = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const router = inject(Router);
    afterRenderEffect(() => {
      router.lastSuccessfulNavigation();
      // The link learns a moment later that it is the one.
      if (this.#vault.state() === 'open') setTimeout(() => bringIntoView(place));
    });
  }

  protected async look(): Promise<void> {
    await this.#try(() => this.#vault.look());
  }

  protected async acceptFirstLook(): Promise<void> {
    await this.#try(() => this.#vault.acceptFirstLook());
  }

  /** Only who started again elsewhere knows why another vault is shown. */
  protected async acceptShown(): Promise<void> {
    const yes = await ConfirmDialog.ask(this.#dialogs, {
      title: $localize`Accepter un autre coffre\u202f?`,
      text: $localize`Ne le faites que si vous avez vous-même recommencé avec un coffre neuf sur un autre appareil. Sinon, quelqu’un vous montre un coffre qui n’est pas le vôtre.`,
      yes: $localize`J’ai recommencé moi-même`,
      no: $localize`Ne rien accepter`,
    });
    if (yes) await this.#try(() => this.#vault.acceptShown());
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await act();
    } catch (error) {
      this.problem.set(wordsOfTrouble(error));
    }
  }
}

/** On a phone the places are wider than the screen: where one is stays in sight. */
function bringIntoView(frame: HTMLElement): void {
  const list = frame.querySelector('.places ul');
  const here = list?.querySelector('.here');
  if (!list || !here) return;
  const [all, one] = [list.getBoundingClientRect(), here.getBoundingClientRect()];
  list.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
}
