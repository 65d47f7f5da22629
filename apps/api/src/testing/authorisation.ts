import type { Role } from '@visavis/account';

/** Who may use a route that is not open to all. */
export interface Expected {
  readonly roles: readonly Role[];
  /** Also while a role waits for its second factor. */
  readonly beforeSecondFactor?: true;
  readonly freshProof?: true;
  /** Also a deactivated member, who comes back to their vault and to their own account. */
  readonly former?: true;
}

const everybody: Expected = { roles: ['owner', 'supervisor', 'coach'] };
const owners: Expected = { roles: ['owner'] };
const supervisors: Expected = { roles: ['supervisor'] };
const coaches: Expected = { roles: ['coach'] };
const staff: Expected = { roles: ['owner', 'supervisor'] };
const own: Expected = { ...everybody, former: true };
const early: Expected = { ...own, beforeSecondFactor: true };
const proven: Expected = { ...own, freshProof: true };
const enrolling: Expected = { ...early, freshProof: true };

/** By heart: every closed route of the API and whom it is for. A route that is missing here fails the test. */
export const AUTHORISATION: Readonly<Record<string, Expected>> = {
  // one's own session and account
  'GET /api/session': early,
  'DELETE /api/session': early,
  'POST /api/session/practice': early,
  'POST /api/session/proof/code': early,
  'POST /api/session/proof': early,
  'GET /api/sign-ins': own,
  'DELETE /api/sign-ins/:id': own,
  'POST /api/sign-ins/end-others': own,
  'GET /api/credentials': early,
  'PUT /api/credentials/password': proven,
  'POST /api/credentials/totp': enrolling,
  'POST /api/credentials/totp/confirm': enrolling,
  'DELETE /api/credentials/totp': proven,
  'POST /api/credentials/recovery-codes': enrolling,
  'POST /api/credentials/passkeys/options': enrolling,
  'POST /api/credentials/passkeys': enrolling,
  'DELETE /api/credentials/passkeys/:id': proven,
  'PATCH /api/account': own,
  'POST /api/account/email': proven,
  'POST /api/account/email/confirm': proven,
  'GET /api/account/export': proven,
  'POST /api/account/erasure': proven,

  // the practice and its people
  'GET /api/practice': everybody,
  'PUT /api/practice': owners,
  'GET /api/practice/export': { ...owners, freshProof: true },
  'GET /api/practice/retention': owners,
  'POST /api/practice/erasure': { ...owners, freshProof: true },
  'DELETE /api/practice/erasure': owners,
  'GET /api/own-page': supervisors,
  'PUT /api/own-page': supervisors,
  'GET /api/audit': owners,
  'GET /api/members': staff,
  'PATCH /api/members/:id': owners,
  'POST /api/members/:id/erasure': { ...owners, freshProof: true },
  'GET /api/invitations': staff,
  'POST /api/invitations': staff,
  'POST /api/invitations/:id/send-again': staff,
  'DELETE /api/invitations/:id': staff,

  // a supervisor's week
  'GET /api/appointments': supervisors,
  'POST /api/appointments': supervisors,
  'GET /api/appointments/:id': supervisors,
  'POST /api/appointments/:id/move': supervisors,
  'POST /api/appointments/:id/cancel': supervisors,
  'POST /api/appointments/:id/outcome': supervisors,
  'POST /api/appointments/:id/letters/:letterId/send-again': supervisors,
  'POST /api/blocks': supervisors,
  'POST /api/blocks/:id/remove': supervisors,
  'GET /api/availability': supervisors,
  'POST /api/availability/preview': supervisors,
  'POST /api/availability/explain': supervisors,
  'PUT /api/offers/:kind': supervisors,
  'PUT /api/calendar': supervisors,
  'PUT /api/overrides/:date': supervisors,
  'DELETE /api/overrides/:date': supervisors,
  'POST /api/overrides/holidays': supervisors,
  'GET /api/holidays': supervisors,
  'GET /api/holidays/countries': supervisors,
  'GET /api/blocked-contacts': supervisors,
  'POST /api/blocked-contacts': supervisors,
  'DELETE /api/blocked-contacts/:id': supervisors,
  'GET /api/feed': supervisors,
  'PUT /api/feed': supervisors,
  'POST /api/feed/rotate': supervisors,

  // one's own vault, and what others opened: whose it is decides, never a role
  'GET /api/vault': own,
  'POST /api/vault': own,
  'POST /api/vault/slots': own,
  'POST /api/vault/rotation': own,
  'POST /api/vault/start-again': proven,
  'GET /api/vault/people': own,
  'GET /api/vault/entries': own,
  'GET /api/vault/entries/:entryId': own,
  'GET /api/vault/entries/:entryId/revisions': own,
  'POST /api/vault/entries/:entryId/revisions': own,
  'GET /api/vault/entries/:entryId/revisions/:rev': own,
  'POST /api/vault/entries/:entryId/deletion': own,
  'POST /api/vault/entries/:entryId/revocation': own,
  'GET /api/vault/entries/:entryId/comments': own,
  'POST /api/vault/entries/:entryId/comments': own,
  'GET /api/shared-entries': everybody,
  'GET /api/shared-entries/:entryId': everybody,
  'GET /api/reminders': everybody,
  'PUT /api/reminders/:id': everybody,
  'DELETE /api/reminders/:id': everybody,

  // contracts: which of them are one's own is the rules' affair
  'GET /api/contracts': everybody,
  'GET /api/contracts/:id': everybody,
  'PUT /api/contracts/:id/draft': everybody,
  'POST /api/contracts/:id/propose': everybody,
  'POST /api/contracts/:id/comments': everybody,
  'POST /api/contracts/:id/viewed': everybody,
  'POST /api/contracts/:id/request-changes': everybody,
  'POST /api/contracts/:id/decline': everybody,
  'POST /api/contracts/:id/withdraw': everybody,
  'POST /api/contracts/:id/rescind': everybody,
  'POST /api/contracts/:id/amend': everybody,
  'POST /api/contracts/:id/suspend': everybody,
  'POST /api/contracts/:id/resume': everybody,
  'POST /api/contracts/:id/give-notice': everybody,
  'POST /api/contracts/:id/cancel-notice': everybody,
  'POST /api/contracts/:id/end': everybody,
  'POST /api/contracts/:id/complete': everybody,
  'GET /api/contracts/:id/evidence': everybody,
  'GET /api/contracts/:id/letters': everybody,
  'POST /api/contracts/:id/letters/:letterId/send-again': staff,
  'GET /api/contracts/:id/versions/:number/document.pdf': everybody,
  'GET /api/contracts/:id/versions/:number/sealed.pdf': everybody,
  'GET /api/contracts/:id/versions/:number/canonical.json': everybody,
  'GET /api/contracts/:id/versions/:number/difference': everybody,
  'GET /api/contracts/:id/slots': everybody,
  'GET /api/contracts/:id/sessions': everybody,
  'POST /api/contracts/:id/sessions': everybody,
  'GET /api/contracts/:id/ledger': everybody,
  'POST /api/sessions/:id/move': everybody,
  'POST /api/sessions/:id/cancel': everybody,
  'GET /api/home': coaches,
  'POST /api/contracts': supervisors,
  'POST /api/appointments/:id/invite': supervisors,
  'POST /api/contracts/:id/renew': supervisors,
  'POST /api/contracts/:id/sign': { ...everybody, freshProof: true },
  'GET /api/contract-templates': staff,
  'POST /api/contract-templates': owners,
  'PUT /api/contract-templates/:id': owners,
};
