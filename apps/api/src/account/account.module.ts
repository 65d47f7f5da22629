import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { CheckPassword } from './check-password';
import { OneTimeCodes } from './codes/one-time-codes';
import { ProvePerson } from './codes/prove-person';
import { SendProofCode } from './codes/send-proof-code';
import { ChangePassword } from './credentials/change-password';
import { CredentialsController, EnrolmentController } from './credentials/credentials.controller';
import { EnrolTotp } from './credentials/enrol-totp';
import { ListCredentials } from './credentials/list-credentials';
import { MakeRecoveryCodes } from './credentials/make-recovery-codes';
import { NoteCredential } from './credentials/note-credential';
import { RemoveSecondFactor } from './credentials/remove-second-factor';
import { EndSession } from './end-session';
import { TellPerson } from './letters/tell-person';
import { OpenSession } from './open-session';
import { AddPasskey } from './passkeys/add-passkey';
import { BeginAssertion } from './passkeys/begin-assertion';
import { CheckPasskey } from './passkeys/check-passkey';
import { PasskeyOptionsController } from './passkeys/passkey-options.controller';
import { PasskeyGuard } from './passkeys/passkey.guard';
import { PasskeyStrategy } from './passkeys/passkey.strategy';
import { RelyingParty } from './passkeys/relying-party';
import { AskForReset } from './password-reset/ask-for-reset';
import { PasswordResetsController } from './password-reset/password-resets.controller';
import { ResetPassword } from './password-reset/reset-password';
import { PersonAtTheDoor } from './person-at-the-door';
import { PasswordStrategy } from './password.strategy';
import { AccountController } from './profile/account.controller';
import { ChangeAccount } from './profile/change-account';
import { ChangeEmail } from './profile/change-email';
import { RecogniseSession } from './recognise-session';
import { RenewSession } from './renew-session';
import { CheckSecondFactor } from './second-factor/check-second-factor';
import { CompleteSignIn } from './second-factor/complete-sign-in';
import { SecondFactorGuard } from './second-factor/second-factor.guard';
import { SecondFactorStrategy } from './second-factor/second-factor.strategy';
import { SessionController, SignInController } from './session.controller';
import { SessionStrategy } from './session.strategy';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInGuard } from './sign-in.guard';
import { EndSignIns } from './sign-ins/end-sign-ins';
import { ListSignIns } from './sign-ins/list-sign-ins';
import { SignInsController } from './sign-ins/sign-ins.controller';
import { SwitchPractice } from './switch-practice';

const STRATEGIES = [PasswordStrategy, SecondFactorStrategy, PasskeyStrategy, SessionStrategy];
const GUARDS = [SignInGuard, SecondFactorGuard, PasskeyGuard];
const SESSIONS = [RecogniseSession, OpenSession, RenewSession, EndSession, ShowSession, SwitchPractice];
const SIGNING_IN = [SignIn, CheckPassword, CheckSecondFactor, CompleteSignIn, CheckPasskey, BeginAssertion];
const PROOFS = [OneTimeCodes, SendProofCode, ProvePerson, AskForReset, ResetPassword];
const CREDENTIALS = [
  ListCredentials,
  ChangePassword,
  EnrolTotp,
  AddPasskey,
  MakeRecoveryCodes,
  RemoveSecondFactor,
  NoteCredential,
];
const OWN_ACCOUNT = [ChangeAccount, ChangeEmail, ListSignIns, EndSignIns, TellPerson, RelyingParty];

/** Signing in and out, who is asking, and what a person signs in with. */
@Module({
  imports: [OutboxModule],
  controllers: [
    SignInController,
    PasskeyOptionsController,
    SessionController,
    CredentialsController,
    EnrolmentController,
    SignInsController,
    PasswordResetsController,
    AccountController,
  ],
  providers: [
    ...STRATEGIES,
    ...GUARDS,
    ...SESSIONS,
    ...SIGNING_IN,
    ...PROOFS,
    ...CREDENTIALS,
    ...OWN_ACCOUNT,
    PersonAtTheDoor,
  ],
  exports: [PersonAtTheDoor],
})
export class AccountModule {}
