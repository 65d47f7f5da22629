export { availableSlots } from './available-slots';
export { explainSlot } from './explain-slot';
export { SLOT_REASONS, type SlotReason } from './slot-input';
export type { BusyTime, DateOverride, HoursWindow, Moment, SlotInput, WeeklyWindow } from './slot-input';
