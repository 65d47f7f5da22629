import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { SessionReply } from '@visavis/account';
import { LanguageSwitch } from '../../shell/language-switch';
import { Session } from '../../shell/session';
import { SignInForm } from '../sign-in-form/sign-in-form';

@Component({
  selector: 'visavis-sign-in-page',
  imports: [LanguageSwitch, SignInForm],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  /** Where one wanted to go: a path of this client. */
  readonly back = input<string>();

  protected goOn(who: SessionReply): void {
    this.#session.begin(who);
    void this.#router.navigateByUrl(ownPath(this.back()));
  }
}

/** Only paths of this client: `//elsewhere` would be another host. */
export function ownPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/week';
}
