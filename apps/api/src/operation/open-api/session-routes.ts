import {
  bookSessionsWish,
  cancelSessionWish,
  homeReply,
  ledgerReply,
  moveSessionWish,
  sessionReply,
  sessionsBookedReply,
  sessionSlotsQuery,
  sessionSlotsReply,
  sessionsReply,
} from '@visavis/supervision';
import type { Routes } from './described';

/** Supervision sessions under a contract, and the minutes they use. */
export const SESSION_ROUTES: Routes = {
  '/api/contracts/{id}/slots': {
    get: {
      says: 'Starts at which a session can be booked',
      query: sessionSlotsQuery,
      answers: sessionSlotsReply,
    },
  },
  '/api/contracts/{id}/sessions': {
    get: { says: 'Sessions of a contract', answers: sessionsReply },
    post: {
      says: 'Book a session, or a series',
      asks: bookSessionsWish,
      answers: sessionsBookedReply,
      status: 201,
      repeatable: true,
    },
  },
  '/api/contracts/{id}/ledger': { get: { says: 'Every minute of a contract', answers: ledgerReply } },
  '/api/sessions/{id}/move': { post: { says: 'Move', asks: moveSessionWish, answers: sessionReply } },
  '/api/sessions/{id}/cancel': {
    post: { says: 'Cancel, at the cost that was shown', asks: cancelSessionWish, answers: sessionReply },
  },
  '/api/home': { get: { says: 'What a coach comes to see (coach)', answers: homeReply } },
};
