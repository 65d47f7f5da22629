import { Module } from '@nestjs/common';
import { CheckPassword } from './check-password';
import { EndSession } from './end-session';
import { OpenSession } from './open-session';
import { PasswordStrategy } from './password.strategy';
import { RecogniseSession } from './recognise-session';
import { SessionController } from './session.controller';
import { SessionStrategy } from './session.strategy';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInGuard } from './sign-in.guard';

/** Signing in and out, and who is asking. */
@Module({
  controllers: [SessionController],
  providers: [
    CheckPassword,
    PasswordStrategy,
    SignInGuard,
    RecogniseSession,
    SessionStrategy,
    OpenSession,
    EndSession,
    ShowSession,
    SignIn,
  ],
})
export class AccountModule {}
