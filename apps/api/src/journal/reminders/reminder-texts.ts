import type { Language } from '@visavis/kernel';
import { fr } from '../../outbox/paper/typeset';

interface ReminderTexts {
  readonly subject: string;
  readonly paragraphs: (name: string) => readonly string[];
  readonly link: string;
  readonly closing: readonly string[];
  readonly foot: (practice: string) => string;
  readonly privacy: string;
}

export const REMINDER_TEXTS: Readonly<Record<Language, ReminderTexts>> = {
  fr: {
    subject: 'Un rappel vous attend dans votre journal',
    paragraphs: (name) => [
      fr`Bonjour ${name},`,
      fr`Un rappel que vous avez demandé vous attend dans votre journal. Nous ne savons pas de quoi il s’agit : seul votre appareil peut le lire.`,
    ],
    link: 'Ouvrir mon journal',
    closing: ['Rien ne presse.'],
    foot: (practice) =>
      fr`Vous recevez cette lettre parce que vous avez demandé ce rappel chez ${practice}. Les rappels s’arrêtent depuis votre journal.`,
    privacy: 'Confidentialité',
  },
  en: {
    subject: 'A reminder waits in your journal',
    paragraphs: (name) => [
      `Hello ${name},`,
      'A reminder that you asked for waits in your journal. We do not know what it is about: only your device can read it.',
    ],
    link: 'Open my journal',
    closing: ['There is no hurry.'],
    foot: (practice) =>
      `You receive this letter because you asked for this reminder at ${practice}. Reminders are stopped from your journal.`,
    privacy: 'Privacy',
  },
};
