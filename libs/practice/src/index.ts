export { embedOrigin, practiceSettingsReply, practiceWish } from './practice-wire';
export type { PracticeSettingsReply, PracticeWish } from './practice-wire';
export { isReservedSlug, RESERVED_SLUGS, slugText } from './slug';
