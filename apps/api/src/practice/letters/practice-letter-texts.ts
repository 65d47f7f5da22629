import type { Language, Role } from '@visavis/kernel';
import { fr } from '../../outbox/paper/typeset';

export const PRACTICE_LETTER_KINDS = ['invitation', 'practice-erasing', 'practice-kept'] as const;
export type PracticeLetterKind = (typeof PRACTICE_LETTER_KINDS)[number];

/** What the sentences name, already spelled for the reader's language. */
export interface SpokenPractice {
  readonly reader: string;
  readonly practice: string;
  /** Of an invitation: who invites; null when their name is gone. */
  readonly inviter: string | null;
  readonly roles: readonly Role[];
  /** "lundi 25 janvier 2027": the last day of an invitation, or the day of an erasure. */
  readonly day: string;
}

export interface PracticeLetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly closing: readonly string[];
}

interface Texts {
  readonly letters: Readonly<Record<PracticeLetterKind, (spoken: SpokenPractice) => PracticeLetterText>>;
  readonly foot: (practice: string, kind: PracticeLetterKind) => string;
  readonly privacy: string;
}

const FRENCH_ROLES: Readonly<Record<Role, string>> = {
  owner: 'propriétaire',
  supervisor: 'superviseur·e',
  coach: 'coach',
};
const ENGLISH_ROLES: Readonly<Record<Role, string>> = {
  owner: 'an owner',
  supervisor: 'a supervisor',
  coach: 'a coach',
};

const french: Texts = {
  letters: {
    invitation: ({ reader, practice, inviter, roles, day }) => ({
      subject: `Invitation : rejoindre ${practice}`.replace(' :', '\u202f:'),
      paragraphs: [
        fr`Bonjour ${reader},`,
        fr`${inviter ?? practice} vous invite à rejoindre ${practice} sur Visavis, comme ${roles.map((role) => FRENCH_ROLES[role]).join(', ')}.`,
      ],
      link: 'Voir l’invitation',
      closing: [
        fr`Ce lien n’est valable que pour votre adresse, une seule fois, jusqu’au ${day}. Il ne vous engage à rien tant que vous ne l’avez pas accepté.`,
        fr`Si vous n’attendiez pas cette invitation, vous pouvez l’ignorer : sans votre accord, aucun compte n’est créé.`,
      ],
    }),
    'practice-erasing': ({ reader, practice, day }) => ({
      subject: `${practice} sera effacé le ${day}`,
      paragraphs: [
        fr`Bonjour ${reader},`,
        fr`L’effacement de ${practice} a été demandé. Le ${day}, tout ce qui lui appartient sera effacé, y compris ce que vous y avez déposé : rendez-vous, contrats, échanges.`,
        fr`D’ici là, rien ne change pour vous. Exportez vos données depuis votre compte si vous souhaitez les garder.`,
      ],
      link: 'Ouvrir mon compte',
      closing: [fr`L’effacement peut encore être annulé par un ou une propriétaire du cabinet.`],
    }),
    'practice-kept': ({ reader, practice }) => ({
      subject: `${practice} ne sera pas effacé`,
      paragraphs: [
        fr`Bonjour ${reader},`,
        fr`L’effacement de ${practice} a été annulé. Rien n’a été effacé, tout continue comme avant.`,
      ],
      link: 'Ouvrir Visavis',
      closing: [],
    }),
  },
  foot: (practice, kind) =>
    kind === 'invitation'
      ? fr`Vous recevez cette lettre parce que ${practice} a indiqué votre adresse pour vous inviter.`
      : fr`Vous recevez cette lettre parce que vous êtes membre de ${practice}.`,
  privacy: 'Confidentialité',
};

const english: Texts = {
  letters: {
    invitation: ({ reader, practice, inviter, roles, day }) => ({
      subject: `Invitation to join ${practice}`,
      paragraphs: [
        `Hello ${reader},`,
        `${inviter ?? practice} invites you to join ${practice} on Visavis as ${roles.map((role) => ENGLISH_ROLES[role]).join(', ')}.`,
      ],
      link: 'See the invitation',
      closing: [
        `This link works for your address only, once, until ${day}. It commits you to nothing until you accept.`,
        'If you did not expect this invitation you can ignore it: no account is made without your consent.',
      ],
    }),
    'practice-erasing': ({ reader, practice, day }) => ({
      subject: `${practice} will be erased on ${day}`,
      paragraphs: [
        `Hello ${reader},`,
        `The erasure of ${practice} has been asked for. On ${day} everything that belongs to it will be erased, what you left there included: appointments, contracts, messages.`,
        'Until then nothing changes for you. Export your data from your account if you want to keep them.',
      ],
      link: 'Open my account',
      closing: ['An owner of the practice can still take the erasure back.'],
    }),
    'practice-kept': ({ reader, practice }) => ({
      subject: `${practice} will not be erased`,
      paragraphs: [
        `Hello ${reader},`,
        `The erasure of ${practice} has been taken back. Nothing was erased, everything goes on as before.`,
      ],
      link: 'Open Visavis',
      closing: [],
    }),
  },
  foot: (practice, kind) =>
    kind === 'invitation'
      ? `You receive this letter because ${practice} gave your address to invite you.`
      : `You receive this letter because you are a member of ${practice}.`,
  privacy: 'Privacy',
};

export const PRACTICE_LETTER_TEXTS: Readonly<Record<Language, Texts>> = { fr: french, en: english };
