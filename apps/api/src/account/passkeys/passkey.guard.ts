import type { AccountRefusal } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { PasswordGiven } from '../password.strategy';
import { PASSKEY_STRATEGY } from './passkey.strategy';

@Injectable()
export class PasskeyGuard extends AuthGuard(PASSKEY_STRATEGY) {
  /** @throws Refusal passkey-refused, and whatever the strategy refuses with */
  override handleRequest<User = PasswordGiven>(error: unknown, given: PasswordGiven | false): User {
    if (error) throw error;
    if (!given) throw new Refusal<AccountRefusal>('passkey-refused');
    return given as User;
  }
}
