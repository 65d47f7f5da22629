import { Component } from '@angular/core';
import { OwnData } from './own-data/own-data';
import { OwnEmail } from './own-email/own-email';
import { OwnFactors } from './own-factors/own-factors';
import { OwnName } from './own-name/own-name';
import { OwnPassword } from './own-password/own-password';
import { OwnSignIns } from './own-sign-ins/own-sign-ins';

@Component({
  selector: 'visavis-account-page',
  imports: [OwnData, OwnEmail, OwnFactors, OwnName, OwnPassword, OwnSignIns],
  templateUrl: './account-page.html',
  styles: `
    .sections { display: grid; gap: var(--space-5); max-inline-size: 44rem; }
    .card { display: block; }
  `,
})
export class AccountPage {}
