import type { Medium } from '@visavis/supervision';
import type { SessionLetterTexts, SpokenSession } from './session-letter-text';

const hello = (s: SpokenSession) => `Hello ${s.reader},`;
const change =
  'You can move or cancel it from your account, which says beforehand what cancelling would cost.';
const MEDIUM: Readonly<Record<Medium, string>> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
};

export const englishTexts: SessionLetterTexts = {
  letters: {
    'session-booked': (s) => ({
      subject: `Session with ${s.other}: ${s.shortWhen}`,
      paragraphs: [hello(s), `Your supervision session with ${s.other} will be on ${s.when}, ${s.where}.`],
      closing: [change],
    }),
    'session-moved': (s) => ({
      subject: `Session moved: ${s.shortWhen}`,
      paragraphs: [
        hello(s),
        `Your supervision session with ${s.other} has moved. It will be on ${s.when}, ${s.where}.`,
      ],
      closing: [change],
    }),
    'session-cancelled': (s) => ({
      subject: `Session cancelled: ${s.shortWhen}`,
      paragraphs: [hello(s), `Your supervision session with ${s.other} on ${s.when} is cancelled.`],
      closing: ['The count of your minutes is up to date in your account.'],
    }),
    'session-reminder-24h': (s) => ({
      subject: `Tomorrow: session with ${s.other}`,
      paragraphs: [hello(s), `Your supervision session with ${s.other} is on ${s.when}, ${s.where}.`],
      closing: ['Nothing is compulsory: one question is enough to begin.'],
    }),
    'session-reminder-1h': (s) => ({
      subject: `In an hour: session with ${s.other}`,
      paragraphs: [hello(s), `Your supervision session with ${s.other} begins on ${s.when}, ${s.where}.`],
      closing: [],
    }),
  },
  link: 'See the session',
  where: (medium, place) => (place === '' ? MEDIUM[medium] : `${MEDIUM[medium]} (${place})`),
  calendarSummary: (other) => `Supervision session with ${other}`,
  foot: (practice) => `${practice} sends you this letter because a supervision contract binds you.`,
  privacy: 'Your data and your rights',
};
