import type { AccountLetterText, AccountLetterTexts, AccountSpoken } from './account-letter-text';

const neverAsked = 'Nobody from Visavis or from your practice will ever ask you for this code.';
const notYou =
  'If it was not you, somebody else may be using your account: choose a new password and end all other sign-ins.';

const code =
  (subject: string, sentence: string) =>
  (s: AccountSpoken): AccountLetterText => ({
    subject,
    paragraphs: [`Hello ${s.name},`, sentence],
    closing: ['The code is valid for ten minutes and works once.', neverAsked],
  });

const notice =
  (subject: string, sentence: string) =>
  (s: AccountSpoken): AccountLetterText => ({
    subject,
    paragraphs: [`Hello ${s.name},`, sentence],
    link: 'See how you sign in',
    closing: ['If it was you, there is nothing to do.', notYou],
  });

export const englishAccountTexts: AccountLetterTexts = {
  letters: {
    'proof-code': code('Your confirmation code', 'Here is the code that confirms that it is you:'),
    'email-code-current': (s) => ({
      ...code(
        'Change of address: code for your present address',
        `You want to receive your letters at ${s.newAddress} from now on. Type this code, and the one sent to the new address:`,
      )(s),
      closing: [
        'The code is valid for ten minutes and works once.',
        'If you did not ask for this, do not pass the code on: without it nothing changes.',
      ],
    }),
    'email-code-new': code(
      'Change of address: code for your new address',
      'This address is to become yours for signing in. Type this code, and the one sent to your present address:',
    ),
    'email-taken': () => ({
      subject: 'This address already has an account',
      paragraphs: [
        'Hello,',
        'Somebody has just asked to use this address for another account. It already belongs to one, so nothing has changed.',
      ],
      closing: ['If it was not you who asked, there is nothing to do.'],
    }),
    'password-reset': (s) => ({
      subject: 'Choose a new password',
      paragraphs: [
        `Hello ${s.name},`,
        'Somebody has asked for a new password for your account. This link lets you choose one:',
      ],
      link: 'Choose a new password',
      closing: [
        'The link is valid for ten minutes and works once. Your second check stays in place.',
        'If it was not you who asked, there is nothing to do: your password has not changed.',
      ],
    }),
    'password-changed': notice(
      'Your password has been changed',
      'The password of your account has just been changed, and all other sign-ins have ended.',
    ),
    'totp-added': notice(
      'An authenticator has been added',
      'An authenticator app has just been added to your account.',
    ),
    'totp-removed': notice(
      'An authenticator has been removed',
      'The authenticator app has just been removed from your account.',
    ),
    'passkey-added': notice('A passkey has been added', 'A passkey has just been added to your account.'),
    'passkey-removed': notice(
      'A passkey has been removed',
      'A passkey has just been removed from your account.',
    ),
    'recovery-codes-made': notice(
      'New recovery codes',
      'New recovery codes have just been made for your account. The former ones no longer work.',
    ),
    'recovery-code-used': notice(
      'A recovery code has been used',
      'Somebody has just signed in to your account with a recovery code.',
    ),
    'email-changed': (s) => ({
      ...notice('Your address has been changed', `Your account now uses the address ${s.newAddress}.`)(s),
      closing: [
        'If it was you, there is nothing to do.',
        'If it was not you, write to your practice at once: this address no longer opens your account.',
      ],
    }),
  },
  foot: (practice) => `Sent by ${practice} about your account.`,
  privacy: 'Your data and your rights',
};
