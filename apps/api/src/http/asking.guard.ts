import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { OPEN_TO_ALL, OWNERS_ONLY, type Asking } from './asking';

export const SESSION_STRATEGY = 'session-cookie';

/** Closes every route: the session's cookie opens it, `@OwnersOnly()` asks for the role as well. */
@Injectable()
export class AskingGuard extends AuthGuard(SESSION_STRATEGY) implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(context: ExecutionContext) {
    if (this.says(OPEN_TO_ALL, context)) return true;
    return super.canActivate(context);
  }

  override handleRequest<User = Asking>(
    error: unknown,
    asking: Asking | false,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (error) throw error;
    if (!asking) throw new Refusal<GeneralRefusal>('not-signed-in');
    if (asking.role !== 'owner' && this.says(OWNERS_ONLY, context))
      throw new Refusal<GeneralRefusal>('role-too-low');
    return asking as User;
  }

  private says(what: symbol, context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean>(what, [context.getHandler(), context.getClass()]) === true
    );
  }
}
