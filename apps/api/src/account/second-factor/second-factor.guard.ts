import type { AccountRefusal } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Asking } from '../../http/asking';
import { SECOND_FACTOR_STRATEGY } from './second-factor.strategy';

@Injectable()
export class SecondFactorGuard extends AuthGuard(SECOND_FACTOR_STRATEGY) {
  /** @throws Refusal wrong-code, and whatever the strategy refuses with */
  override handleRequest<User = Asking>(error: unknown, waiting: Asking | false): User {
    if (error) throw error;
    if (!waiting) throw new Refusal<AccountRefusal>('wrong-code');
    return waiting as User;
  }
}
