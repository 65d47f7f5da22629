import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SessionReply } from '@visavis/account';
import { DoorFrame } from '../../shell/door-frame/door-frame';
import { Session } from '../../shell/session';
import { ownPath } from '../own-path';
import { SignInForm } from '../sign-in-form/sign-in-form';

@Component({
  selector: 'visavis-sign-in-page',
  imports: [DoorFrame, RouterLink, SignInForm],
  templateUrl: './sign-in-page.html',
  styleUrl: '../door.scss',
})
export class SignInPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  /** Where one wanted to go: a path of this client. */
  readonly back = input<string>();
  /** The same, from a page whose address must not be sent. */
  readonly #kept: unknown = this.#router.currentNavigation()?.extras.state?.['back'];

  protected goOn(who: SessionReply): void {
    this.#session.begin(who);
    void this.#router.navigateByUrl(ownPath(typeof this.#kept === 'string' ? this.#kept : this.back()));
  }
}
