import type { Words } from './field';

/** The questions of a free entry, which has no bid and no stages. */
export const FREE_FIELDS = [
  { id: 'title', type: 'string', required: false, maxLength: 120, question: { fr: 'Titre', en: 'Title' } },
  { id: 'date', type: 'date', required: true, question: { fr: 'Date', en: 'Date' } },
  {
    id: 'text',
    type: 'longtext',
    required: true,
    question: { fr: 'Ce que vous voulez en garder', en: 'What you want to keep of it' },
  },
  {
    id: 'mood',
    type: 'ordinal',
    required: false,
    question: { fr: 'Comment vous sentez-vous ?', en: 'How do you feel?' },
    options: [
      { value: -2, fr: 'Mal', en: 'Bad' },
      { value: -1, fr: 'Plutôt mal', en: 'Rather bad' },
      { value: 0, fr: 'Ni bien ni mal', en: 'Neither good nor bad' },
      { value: 1, fr: 'Plutôt bien', en: 'Rather well' },
      { value: 2, fr: 'Bien', en: 'Well' },
    ],
  },
] as const satisfies readonly {
  id: string;
  type: string;
  required: boolean;
  question: Words;
  maxLength?: number;
  options?: readonly (Words & { value: number })[];
}[];
