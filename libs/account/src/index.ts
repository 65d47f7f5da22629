export { ACCOUNT_REFUSALS, ROLES, sessionReply, signInWish } from './session-wire';
export type { AccountRefusal, Role, SessionReply, SignInWish } from './session-wire';
