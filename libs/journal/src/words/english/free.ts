import type { FieldWords } from '../journal-words';

export const FREE = {
  title: { question: 'Title' },
  date: { question: 'Date' },
  text: { question: 'What you want to keep of it' },
  mood: {
    question: 'How do you feel?',
    options: { 0: 'Neither good nor bad', 1: 'Rather well', 2: 'Well', '-2': 'Bad', '-1': 'Rather bad' },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
