import type { Medium } from '@visavis/supervision';
import type { SessionLetterTexts, SpokenSession } from './session-letter-text';

const hello = (s: SpokenSession) => `Bonjour ${s.reader},`;
const change =
  'Depuis votre espace, vous pouvez la déplacer ou l’annuler ; ce que coûterait une annulation y est dit avant.';
const MEDIUM: Readonly<Record<Medium, string>> = {
  'in-person': 'sur place',
  video: 'en visioconférence',
  phone: 'par téléphone',
};

export const frenchTexts: SessionLetterTexts = {
  letters: {
    'session-booked': (s) => ({
      subject: `Séance avec ${s.other} : ${s.shortWhen}`,
      paragraphs: [hello(s), `Votre séance de supervision avec ${s.other} aura lieu ${s.when}, ${s.where}.`],
      closing: [change],
    }),
    'session-moved': (s) => ({
      subject: `Séance déplacée : ${s.shortWhen}`,
      paragraphs: [
        hello(s),
        `Votre séance de supervision avec ${s.other} est déplacée. Elle aura lieu ${s.when}, ${s.where}.`,
      ],
      closing: [change],
    }),
    'session-cancelled': (s) => ({
      subject: `Séance annulée : ${s.shortWhen}`,
      paragraphs: [hello(s), `Votre séance de supervision avec ${s.other}, prévue ${s.when}, est annulée.`],
      closing: ['Le décompte de vos minutes est à jour dans votre espace.'],
    }),
    'session-reminder-24h': (s) => ({
      subject: `Demain : séance avec ${s.other}`,
      paragraphs: [hello(s), `Votre séance de supervision avec ${s.other} a lieu ${s.when}, ${s.where}.`],
      closing: ['Rien n’est obligatoire : une question suffit pour commencer.'],
    }),
    'session-reminder-1h': (s) => ({
      subject: `Dans une heure : séance avec ${s.other}`,
      paragraphs: [hello(s), `Votre séance de supervision avec ${s.other} commence ${s.when}, ${s.where}.`],
      closing: [],
    }),
  },
  link: 'Voir la séance',
  where: (medium, place) => (place === '' ? MEDIUM[medium] : `${MEDIUM[medium]} (${place})`),
  calendarSummary: (other) => `Séance de supervision avec ${other}`,
  foot: (practice) =>
    `Cette lettre vous est envoyée par ${practice} parce qu’un contrat de supervision vous lie.`,
  privacy: 'Vos données et vos droits',
};
