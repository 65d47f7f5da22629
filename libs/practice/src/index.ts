export { embedOrigin, practiceSettingsReply, practiceWish } from './practice-wire';
export type { PracticeSettingsReply, PracticeWish } from './practice-wire';
