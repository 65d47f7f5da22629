export * from './words';
export { BOOKING_REFUSALS, refuse, type BookingRefusal } from './booking-refusal';
export { bookingWish, emailCorrection, emailText, moveWish } from './booking-wish';
export type { BookingWish, EmailCorrection, MoveWish } from './booking-wish';
export { bookedCall, practiceReply, slotsReply } from './booking-wire';
export type { BookedCall, PracticeReply, SlotsReply } from './booking-wire';
export * from './availability-wire';
export * from './week-wire';
export { isTimeZone } from './wire-text';
