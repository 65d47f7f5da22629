import { Component } from '@angular/core';
import { LanguageSwitch } from '../language-switch';

/** What surrounds pages that stand before the door: signing in, invitations, the first set-up. */
@Component({
  selector: 'visavis-door-frame',
  imports: [LanguageSwitch],
  template: `
    <main>
      <p class="wordmark">Visavis</p>
      <div class="sheet"><ng-content /></div>
      <visavis-language-switch />
    </main>
  `,
  styleUrl: './door-frame.scss',
})
export class DoorFrame {}
