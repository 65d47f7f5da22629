import type { LetterTexts, Parties } from './letter-text';

const willCall = (s: Parties) => `${s.supervisor} will call you on ${s.phone}.`;
const youCall = (s: Parties) => `You will call ${someone(s)} on ${s.phone}.`;
const someone = (s: Parties) => s.visitor ?? 'a person who erased their data';
const change = 'See, move or cancel the appointment';
const see = 'See the appointment in your week';
const ifWrong = 'If this number is wrong, please cancel the appointment and choose a time again.';
const secretLink = 'This link is yours: it can change your appointment, please do not pass it on.';

export const englishTexts: LetterTexts = {
  visitor: {
    confirmation: (s) => ({
      subject: `Your first conversation with ${s.supervisor}: ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Your first conversation with ${s.supervisor} is booked: ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [ifWrong, secretLink],
    }),
    move: (s) => ({
      subject: `New time with ${s.supervisor}: ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Your first conversation with ${s.supervisor} has moved. It now takes place: ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [secretLink],
    }),
    cancellation: (s) => ({
      subject: `Appointment cancelled: ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Your first conversation with ${s.supervisor}, planned for ${s.when}, is cancelled. Nobody will call you.`,
      ],
      link: 'See the cancelled appointment',
      closing: ['You can book another time whenever you like.'],
    }),
    'reminder-24h': (s) => ({
      subject: `Reminder: ${s.supervisor} calls you ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Your first conversation takes place soon: ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: ['You can move or cancel this appointment until it begins.'],
    }),
    'reminder-1h': (s) => ({
      subject: `Shortly: ${s.supervisor} calls you, ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Your first conversation begins in a little while: ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: ['A quiet place and a charged phone will help.'],
    }),
    'existing-link': (s) => ({
      subject: `You already have an appointment: ${s.shortWhen}`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `Somebody has just asked for a first conversation with your address or your number. You already have one with ${s.supervisor}: ${s.when}.`,
        'For another time, please move this appointment.',
      ],
      link: change,
      closing: ['If it was not you who asked, there is nothing to do: nothing has changed.', secretLink],
    }),
    rebooking: (s) => ({
      subject: `${s.supervisor} could not reach you`,
      paragraphs: [
        `Hello ${s.firstName},`,
        `${s.supervisor} called you on ${s.phone} for your first conversation (${s.shortWhen}) and got no answer.`,
        'You can choose another time, without typing anything again.',
      ],
      link: 'Choose another time',
      closing: [secretLink],
    }),
  },
  supervisor: {
    confirmation: (s) => ({
      subject: `New first conversation: ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [`A first conversation has just been booked: ${s.when}.`, youCall(s)],
      link: see,
      closing: ['What brings this person can be read in your week, not in this e-mail.'],
    }),
    move: (s) => ({
      subject: `First conversation moved: ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [`The first conversation with ${someone(s)} now takes place: ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
    cancellation: (s) => ({
      subject: `First conversation cancelled: ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [
        `The first conversation with ${someone(s)}, planned for ${s.when}, is cancelled. The time is free again.`,
      ],
      link: see,
      closing: [],
    }),
    'reminder-24h': (s) => ({
      subject: `Reminder: call to ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [`First conversation with ${someone(s)}: ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
    'reminder-1h': (s) => ({
      subject: `Shortly: call to ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [`First conversation with ${someone(s)}: ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
  },
  calendar: {
    withSupervisor: (supervisor) => `First conversation with ${supervisor}`,
    sessionWith: (coach) => `Supervision session with ${coach}`,
    withVisitor: (visitor) =>
      visitor === null ? 'First conversation' : `First conversation with ${visitor}`,
    visitorSentence: willCall,
    supervisorSentence: youCall,
    phone: (phone) => `Phone: ${phone}`,
    busy: 'Busy',
    feedName: (supervisor) => `Visavis, ${supervisor}`,
  },
  foot: (practice) => `Sent by ${practice} about an appointment.`,
  privacy: 'Your data and your rights',
};
