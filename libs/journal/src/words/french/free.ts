import type { FieldWords } from '../journal-words';

export const FREE = {
  title: { question: 'Titre' },
  date: { question: 'Date' },
  text: { question: 'Ce que vous voulez en garder' },
  mood: {
    question: 'Comment vous sentez-vous ?',
    options: { 0: 'Ni bien ni mal', 1: 'Plutôt bien', 2: 'Bien', '-2': 'Mal', '-1': 'Plutôt mal' },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
