export * from './words';
export { BOOKING_REFUSALS, refuse, type BookingRefusal } from './booking-refusal';
export { bookingWish, emailCorrection, emailText, moveWish } from './booking-wish';
export type { BookingWish, EmailCorrection, MoveWish } from './booking-wish';
export { bookedCall, practiceReply, slotsReply } from './booking-wire';
export type { BookedCall, PracticeReply, SlotsReply } from './booking-wire';
export * from './availability-wire';
export * from './week-wire';
export * from './calendar-wish';
export { LETTER_CHANGES, planLetters, REMINDER_KINDS, REMINDER_LEAD } from './letters/plan-letters';
export type { LetterChange, LetterPlan, PlannedLetter, ReminderKind } from './letters/plan-letters';
export { isTooLate } from './letters/letter-timeliness';
export { horizonEnd, localDateRange, nextLocalDate, occupiedBy, slotInput } from './calendar-state';
export type { CalendarState, OfferRules } from './calendar-state';
export { freeStartsNear, refuseOffGrid, requestBooking, type AllowedBooking } from './request-booking';
export {
  canChange,
  cancelAppointment,
  moveAppointment,
  recordOutcome,
  type Appointment,
} from './appointment';
export { blockOccurrences, MOST_OCCURRENCES, type Repetition } from './repeat-block';
export { availableSlots, explainSlot, SLOT_REASONS, type SlotReason } from './slots';
export type { BusyTime, DateOverride, HoursWindow, Moment, SlotInput, WeeklyWindow } from './slots';
export * from './page-data';
