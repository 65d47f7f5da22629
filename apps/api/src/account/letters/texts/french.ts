import { fr } from '../../../outbox/paper/typeset';
import type { AccountLetterText, AccountLetterTexts, AccountSpoken } from './account-letter-text';

const neverAsked = fr`Personne, ni chez Visavis ni dans votre cabinet, ne vous demandera jamais ce code.`;
const once = fr`Ce code est valable dix minutes et ne sert qu'une fois.`;
const nothingToDo = fr`Si c'était vous, vous n'avez rien à faire.`;
const notYou = fr`Si ce n'était pas vous, quelqu'un d'autre utilise peut-être votre compte : choisissez un nouveau mot de passe et fermez toutes les autres sessions.`;

const code =
  (subject: string, sentence: string) =>
  (s: AccountSpoken): AccountLetterText => ({
    subject,
    paragraphs: [fr`Bonjour ${s.name},`, sentence],
    closing: [once, neverAsked],
  });

const notice =
  (subject: string, sentence: string) =>
  (s: AccountSpoken): AccountLetterText => ({
    subject,
    paragraphs: [fr`Bonjour ${s.name},`, sentence],
    link: fr`Voir comment je me connecte`,
    closing: [nothingToDo, notYou],
  });

export const frenchAccountTexts: AccountLetterTexts = {
  letters: {
    'proof-code': code(fr`Votre code de confirmation`, fr`Voici le code qui confirme que c'est bien vous :`),
    'email-code-current': (s) => ({
      ...code(
        fr`Changement d'adresse : code pour votre adresse actuelle`,
        fr`Vous souhaitez recevoir désormais vos courriels à l'adresse ${s.newAddress}. Saisissez ce code, et celui envoyé à la nouvelle adresse :`,
      )(s),
      closing: [
        once,
        fr`Si vous n'avez rien demandé, ne transmettez pas ce code : sans lui, rien ne change.`,
      ],
    }),
    'email-code-new': code(
      fr`Changement d'adresse : code pour votre nouvelle adresse`,
      fr`Cette adresse doit devenir celle de votre compte. Saisissez ce code, et celui envoyé à votre adresse actuelle :`,
    ),
    'email-taken': () => ({
      subject: fr`Cette adresse a déjà un compte`,
      paragraphs: [
        fr`Bonjour,`,
        fr`Quelqu'un vient de demander à utiliser cette adresse pour un autre compte. Elle appartient déjà à un compte, rien n'a donc changé.`,
      ],
      closing: [fr`Si cette demande ne vient pas de vous, vous n'avez rien à faire.`],
    }),
    'password-reset': (s) => ({
      subject: fr`Choisir un nouveau mot de passe`,
      paragraphs: [
        fr`Bonjour ${s.name},`,
        fr`Quelqu'un a demandé un nouveau mot de passe pour votre compte. Ce lien permet de le choisir :`,
      ],
      link: fr`Choisir un nouveau mot de passe`,
      closing: [
        fr`Ce lien est valable dix minutes et ne sert qu'une fois. Votre seconde vérification reste en place.`,
        fr`Si cette demande ne vient pas de vous, vous n'avez rien à faire : votre mot de passe n'a pas changé.`,
      ],
    }),
    'password-changed': notice(
      fr`Votre mot de passe a changé`,
      fr`Le mot de passe de votre compte vient d'être changé, et toutes les autres sessions sont fermées.`,
    ),
    'totp-added': notice(
      fr`Application d'authentification ajoutée`,
      fr`Une application d'authentification vient d'être ajoutée à votre compte.`,
    ),
    'totp-removed': notice(
      fr`Application d'authentification retirée`,
      fr`L'application d'authentification vient d'être retirée de votre compte.`,
    ),
    'passkey-added': notice(
      fr`Clé d'accès ajoutée`,
      fr`Une clé d'accès vient d'être ajoutée à votre compte.`,
    ),
    'passkey-removed': notice(
      fr`Clé d'accès retirée`,
      fr`Une clé d'accès vient d'être retirée de votre compte.`,
    ),
    'recovery-codes-made': notice(
      fr`Nouveaux codes de secours`,
      fr`De nouveaux codes de secours viennent d'être créés pour votre compte. Les anciens ne fonctionnent plus.`,
    ),
    'recovery-code-used': notice(
      fr`Un code de secours a servi`,
      fr`Quelqu'un vient de se connecter à votre compte avec un code de secours.`,
    ),
    'email-changed': (s) => ({
      ...notice(fr`Votre adresse a changé`, fr`Votre compte utilise désormais l'adresse ${s.newAddress}.`)(s),
      closing: [
        nothingToDo,
        fr`Si ce n'était pas vous, écrivez tout de suite à votre cabinet : cette adresse n'ouvre plus votre compte.`,
      ],
    }),
  },
  foot: (practice) => fr`Courriel envoyé par ${practice} au sujet de votre compte.`,
  privacy: fr`Vos données et vos droits`,
};
