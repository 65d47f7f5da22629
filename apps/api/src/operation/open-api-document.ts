import { ROLES, sessionReply, signInWish } from '@visavis/account';
import * as booking from '@visavis/booking';
import { GENERAL_REFUSALS } from '@visavis/kernel';
import * as practice from '@visavis/practice';
import { verifyReply, verifyWish } from '@visavis/supervision';
import * as z from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Described {
  readonly says: string;
  readonly asks?: z.ZodType;
  readonly answers?: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  reason: z.enum([
    ...GENERAL_REFUSALS,
    ...(Object.keys(booking.BOOKING_REFUSALS) as booking.BookingRefusal[]),
    'wrong-credentials',
    ...(Object.keys(practice.PRACTICE_REFUSALS) as practice.PracticeRefusal[]),
  ]),
  errors: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  because: z.enum(booking.SLOT_REASONS).optional(),
  alternatives: z.array(z.int()).optional(),
  conflicts: z.array(z.int()).optional(),
});

/** People, data and the set-up of the practice. */
const PRACTICE_ROUTES: Readonly<Record<string, Partial<Record<Method, Described>>>> = {
  '/api/members': { get: { says: 'Members, by page', answers: practice.membersReply } },
  '/api/members/{id}': {
    patch: {
      says: 'Change roles, deactivate or reactivate (owner)',
      asks: practice.memberChange,
      answers: practice.memberReply,
    },
  },
  '/api/members/{id}/erasure': {
    post: { says: 'Erase a member (owner)', asks: practice.memberErasureWish, status: 204 },
  },
  '/api/invitations': {
    get: { says: 'Invitations, by page', answers: practice.invitationsReply },
    post: {
      says: 'Invite somebody',
      asks: practice.invitationWish,
      answers: practice.invitationReply,
      status: 201,
    },
  },
  '/api/invitations/{id}': { delete: { says: 'Withdraw an invitation', status: 204 } },
  '/api/invitations/{id}/send-again': {
    post: { says: 'Send a new link', answers: practice.invitationReply },
  },
  '/api/public/{practice}/invitations/{id}/{secret}': {
    get: { says: 'The invitation that a link opens', answers: practice.invitationPageReply },
    post: {
      says: 'Accept it',
      asks: practice.invitationAcceptance,
      answers: practice.acceptedInvitationReply,
    },
  },
  '/api/setup': {
    post: {
      says: 'The first practice of an instance',
      asks: practice.setupWish,
      answers: practice.setupReply,
      status: 201,
    },
  },
  '/api/audit': { get: { says: 'Who did what (owner)', answers: practice.auditReply } },
  '/api/practice/export': { get: { says: 'Everything of the practice, a ZIP (owner)' } },
  '/api/practice/retention': {
    get: { says: 'What retention would erase (owner)', answers: practice.retentionReply },
  },
  '/api/practice/erasure': {
    post: {
      says: 'Ask for the erasure of the practice (owner)',
      asks: practice.practiceErasureWish,
      answers: practice.practiceErasureReply,
      status: 202,
    },
    delete: { says: 'Take it back', status: 204 },
  },
  '/api/account/export': { get: { says: 'Everything about oneself, a ZIP' } },
  '/api/account/erasure': {
    post: { says: 'Erase oneself everywhere', asks: practice.accountErasureWish, status: 204 },
  },
};

const call = '/api/public/{practice}/calls/{id}/{secret}';

/** Every route of the REST API with the very schemas that validate it. */
const ROUTES: Readonly<Record<string, Partial<Record<Method, Described>>>> = {
  '/api/public/{practice}': {
    get: { says: 'A practice and whom one can call', answers: booking.practiceReply },
  },
  '/api/public/{practice}/{supervisor}/slots': {
    get: { says: 'Offered times', answers: booking.slotsReply },
  },
  '/api/public/{practice}/{supervisor}/bookings': {
    post: {
      says: 'Book a discovery call',
      asks: booking.bookingWish,
      answers: booking.bookedCall,
      status: 201,
    },
  },
  [call]: { get: { says: 'The call that a manage link opens', answers: booking.bookedCall } },
  [`${call}/move`]: { post: { says: 'Move it', asks: booking.moveWish, answers: booking.bookedCall } },
  [`${call}/cancel`]: { post: { says: 'Cancel it', answers: booking.bookedCall } },
  [`${call}/email`]: {
    post: { says: 'Correct the e-mail address', asks: booking.emailCorrection, answers: booking.bookedCall },
  },
  [`${call}/rebook`]: {
    post: {
      says: 'Choose another time after a missed call',
      asks: booking.moveWish,
      answers: booking.bookedCall,
      status: 201,
    },
  },
  [`${call}/export`]: { get: { says: 'Everything stored about the visitor' } },
  [`${call}/calendar.ics`]: { get: { says: 'The call as an iCalendar file' } },
  [`${call}/erase`]: { post: { says: 'Cancel and erase', status: 204 } },
  '/api/public/verify': {
    post: { says: 'What is known about the hash of a file', asks: verifyWish, answers: verifyReply },
  },
  '/api/session': {
    get: { says: 'Who is signed in', answers: sessionReply },
    post: { says: 'Sign in', asks: signInWish, answers: sessionReply },
    delete: { says: 'Sign out', status: 204 },
  },
  '/api/appointments': {
    get: { says: "The supervisor's appointments between two moments", answers: booking.weekReply },
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
  '/api/appointments/{id}/cancel': { post: { says: 'Cancel', answers: booking.appointmentDetail } },
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
  '/api/blocks/{id}/remove': { post: { says: 'Remove one block, those that follow, or all of its series' } },
  '/api/availability': { get: { says: 'Offers, hours and overrides', answers: booking.availabilityReply } },
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
  '/api/holidays': { get: { says: 'Public holidays of a year', answers: booking.holidaysReply } },
  '/api/holidays/countries': {
    get: { says: 'Countries and regions whose holidays are known', answers: booking.countriesReply },
  },
  '/api/availability/preview': {
    post: { says: 'What visitors would see', asks: booking.previewWish, answers: booking.previewReply },
  },
  '/api/availability/explain': {
    post: { says: 'Why a time is not offered', asks: booking.explainWish, answers: booking.explainReply },
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
      status: 201,
    },
  },
  '/api/blocked-contacts/{id}': {
    delete: { says: 'Let a contact book again', answers: booking.blockedContactsReply },
  },
  '/api/practice': {
    get: { says: 'Settings of the practice', answers: practice.practiceSettingsReply },
    put: {
      says: `Change them (${ROLES[0]})`,
      asks: practice.practiceWish,
      answers: practice.practiceSettingsReply,
    },
  },
  ...PRACTICE_ROUTES,
};

/** The OpenAPI 3.1 document, made from the schemas. */
export function openApiDocument(server: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    Object.entries(ROUTES).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, described]) => [method, operation(path, described)]),
      ),
    ]),
  );
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Visavis', version: '1' },
    servers: [{ url: server }],
    paths,
  });
}

function operation(path: string, { says, asks, answers, status = 200 }: Described) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    summary: says,
    requestParams: { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) },
    ...(asks && { requestBody: { content: { 'application/json': { schema: asks } } } }),
    responses: {
      [String(status)]: {
        description: says,
        ...(answers && { content: { 'application/json': { schema: answers } } }),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}
