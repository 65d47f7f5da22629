import * as booking from '@visavis/booking';
import type { Routes } from './described';

/** A supervisor's week: appointments, blocked time, hours and the feed. */
export const CALENDAR_ROUTES: Routes = {
  '/api/appointments': {
    get: {
      says: "The supervisor's appointments between two moments",
      query: booking.weekQuery,
      answers: booking.weekReply,
    },
    post: {
      says: 'Book by hand for someone who phoned',
      asks: booking.handBookingWish,
      answers: booking.appointmentDetail,
      status: 201,
    },
  },
  '/api/appointments/{id}': {
    get: { says: 'One appointment, with intake and letters', answers: booking.appointmentDetail },
  },
  '/api/appointments/{id}/move': {
    post: { says: 'Move', asks: booking.appointmentMoveWish, answers: booking.appointmentDetail },
  },
  '/api/appointments/{id}/cancel': {
    post: { says: 'Cancel', asks: booking.cancelWish, answers: booking.appointmentDetail },
  },
  '/api/appointments/{id}/outcome': {
    post: {
      says: 'Record what came of a call',
      asks: booking.outcomeWish,
      answers: booking.appointmentDetail,
    },
  },
  '/api/appointments/{id}/letters/{letterId}/send-again': {
    post: { says: 'Send a failed letter again', answers: booking.appointmentDetail },
  },
  '/api/blocks': {
    post: {
      says: 'Block time, once or repeated',
      asks: booking.blockWish,
      answers: booking.blocksReply,
      status: 201,
    },
  },
  '/api/blocks/{id}/remove': {
    post: {
      says: 'Remove one block, those that follow, or all of its series',
      asks: booking.removeBlockWish,
      answers: booking.removedBlocksReply,
    },
  },
  '/api/availability': { get: { says: 'Offers, hours and overrides', answers: booking.availabilityReply } },
  '/api/availability/preview': {
    post: { says: 'What visitors would see', asks: booking.previewWish, answers: booking.previewReply },
  },
  '/api/availability/explain': {
    post: { says: 'Why a time is not offered', asks: booking.explainWish, answers: booking.explainReply },
  },
  '/api/offers/{kind}': {
    put: { says: 'Change an offer', asks: booking.offerWish, answers: booking.availabilityReply },
  },
  '/api/calendar': {
    put: { says: 'Change zone and holidays', asks: booking.calendarWish, answers: booking.availabilityReply },
  },
  '/api/overrides/{date}': {
    put: {
      says: 'Give a date its own hours, or close it',
      asks: booking.overrideWish,
      answers: booking.availabilityReply,
    },
    delete: { says: 'Give a date back to the week', answers: booking.availabilityReply },
  },
  '/api/overrides/holidays': {
    post: { says: 'Close public holidays', asks: booking.holidaysWish, answers: booking.availabilityReply },
  },
  '/api/holidays': {
    get: {
      says: 'Public holidays of a year',
      query: booking.holidaysQuery,
      answers: booking.holidaysReply,
    },
  },
  '/api/holidays/countries': {
    get: {
      says: 'Countries and regions whose holidays are known',
      query: booking.countriesQuery,
      answers: booking.countriesReply,
    },
  },
  '/api/feed': {
    get: { says: 'Address of the calendar feed', answers: booking.feedReply },
    put: { says: 'Say how much the feed tells', asks: booking.feedWish, answers: booking.feedReply },
  },
  '/api/feed/rotate': { post: { says: 'Give the feed a new secret address', answers: booking.feedReply } },
  '/api/blocked-contacts': {
    get: { says: 'Who may not book', answers: booking.blockedContactsReply },
    post: {
      says: 'Block a contact',
      asks: booking.blockedContactWish,
      answers: booking.blockedContactsReply,
    },
  },
  '/api/blocked-contacts/{id}': {
    delete: { says: 'Let a contact book again', answers: booking.blockedContactsReply },
  },
};
