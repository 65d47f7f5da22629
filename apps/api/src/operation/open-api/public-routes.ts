import {
  bookedCall,
  bookingWish,
  emailCorrection,
  moveWish,
  practiceReply,
  slotsQuery,
  slotsReply,
} from '@visavis/booking';
import { invitationAcceptance, acceptedInvitationReply, invitationPageReply } from '@visavis/practice';
import { setupReply, setupWish } from '@visavis/practice';
import { verifyReply, verifyWish } from '@visavis/supervision';
import type { Routes } from './described';

const call = '/api/public/{practice}/calls/{id}/{secret}';

/** What answers without a session: booking a call, and what secret links open. */
export const PUBLIC_ROUTES: Routes = {
  '/api/public/{practice}': {
    get: { says: 'A practice and whom one can call', answers: practiceReply },
  },
  '/api/public/{practice}/{supervisor}/slots': {
    get: { says: 'Offered times', query: slotsQuery, answers: slotsReply },
  },
  '/api/public/{practice}/{supervisor}/bookings': {
    post: {
      says: 'Book a discovery call',
      asks: bookingWish,
      answers: bookedCall,
      status: 201,
      repeatable: true,
    },
  },
  [call]: { get: { says: 'The call that a manage link opens', answers: bookedCall } },
  [`${call}/move`]: { post: { says: 'Move it', asks: moveWish, answers: bookedCall } },
  [`${call}/cancel`]: { post: { says: 'Cancel it', answers: bookedCall } },
  [`${call}/email`]: {
    post: { says: 'Correct the e-mail address', asks: emailCorrection, answers: bookedCall },
  },
  [`${call}/rebook`]: {
    post: {
      says: 'Choose another time after a missed call',
      asks: moveWish,
      answers: bookedCall,
      status: 201,
    },
  },
  [`${call}/export`]: {
    get: { says: 'Everything stored about the visitor', file: 'application/json' },
  },
  [`${call}/calendar.ics`]: { get: { says: 'The call as an iCalendar file', file: 'text/calendar' } },
  [`${call}/erase`]: { post: { says: 'Cancel and erase', status: 204 } },
  '/api/public/{practice}/invitations/{id}/{secret}': {
    get: { says: 'The invitation that a link opens', answers: invitationPageReply },
    post: { says: 'Accept it', asks: invitationAcceptance, answers: acceptedInvitationReply },
  },
  '/api/public/verify': {
    post: { says: 'What is known about the hash of a file', asks: verifyWish, answers: verifyReply },
  },
  '/api/setup': {
    post: { says: 'The first practice of an instance', asks: setupWish, answers: setupReply, status: 201 },
  },
};
