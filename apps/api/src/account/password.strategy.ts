import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { CheckPassword } from './check-password';

export const PASSWORD_STRATEGY = 'local';

/** Who has just given the right password; a session is opened for them next. */
export interface PasswordGiven {
  readonly accountId: string;
}

@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, PASSWORD_STRATEGY) {
  constructor(private readonly passwords: CheckPassword) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  override async validate(email: string, password: string): Promise<PasswordGiven | false> {
    const accountId = await this.passwords.check(email.trim(), password);
    return accountId === null ? false : { accountId };
  }
}
