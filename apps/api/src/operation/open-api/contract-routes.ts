import * as supervision from '@visavis/supervision';
import type { Described, Routes } from './described';

const contract = '/api/contracts/{id}';
const version = `${contract}/versions/{number}`;

/** An act on a contract answers with the contract as it is then. */
function act(says: string, asks: Described['asks']): { post: Described } {
  return { post: { says, ...(asks && { asks }), answers: supervision.contractReply } };
}

/** Contracts from the invitation to the end, their files and templates. */
export const CONTRACT_ROUTES: Routes = {
  '/api/appointments/{id}/invite': {
    post: {
      says: 'Invite the caller as a coach, with a draft (supervisor)',
      asks: supervision.inviteCallerWish,
      answers: supervision.inviteCallerReply,
      status: 201,
    },
  },
  '/api/contracts': {
    get: {
      says: 'Own contracts, by page',
      query: supervision.contractsQuery,
      answers: supervision.contractsReply,
    },
    post: {
      says: 'A draft from a template (supervisor)',
      asks: supervision.createContractWish,
      answers: supervision.contractReply,
      status: 201,
    },
  },
  [contract]: { get: { says: 'One contract', answers: supervision.contractReply } },
  [`${contract}/draft`]: {
    put: { says: 'Save the draft', asks: supervision.draftWish, answers: supervision.contractReply },
  },
  [`${contract}/propose`]: act('Freeze the text and propose it', supervision.proposeWish),
  [`${contract}/comments`]: {
    post: {
      says: 'Comment on the text or on one clause',
      asks: supervision.commentWish,
      answers: supervision.contractReply,
      status: 201,
    },
  },
  [`${contract}/viewed`]: {
    post: {
      says: 'The proposed text is before the party who says so',
      asks: supervision.viewWish,
      status: 204,
    },
  },
  [`${contract}/request-changes`]: act('Ask for another text', supervision.requestChangesWish),
  [`${contract}/decline`]: act('Decline the proposal', supervision.declineWish),
  [`${contract}/withdraw`]: act('Take the proposal back', supervision.withdrawWish),
  [`${contract}/sign`]: act('Sign the text with this hash (fresh proof)', supervision.signWish),
  [`${contract}/amend`]: act('Begin an amendment', supervision.amendWish),
  [`${contract}/suspend`]: act('Suspend until a date', supervision.suspendWish),
  [`${contract}/resume`]: act('Resume', undefined),
  [`${contract}/give-notice`]: act('Give notice', supervision.giveNoticeWish),
  [`${contract}/cancel-notice`]: act('Take the notice back', undefined),
  [`${contract}/end`]: act('End without notice', supervision.endWish),
  [`${contract}/complete`]: act('Close what has come to its end', supervision.completeWish),
  [`${contract}/rescind`]: act('Use the right of withdrawal', supervision.rescindWish),
  [`${contract}/renew`]: {
    post: {
      says: 'A draft of the next contract (supervisor)',
      answers: supervision.contractReply,
      status: 201,
    },
  },
  [`${version}/document.pdf`]: { get: { says: 'The frozen text', file: 'application/pdf' } },
  [`${version}/sealed.pdf`]: { get: { says: 'The text as signed and sealed', file: 'application/pdf' } },
  [`${version}/canonical.json`]: {
    get: { says: 'The canonical form whose hash is signed', file: 'application/json' },
  },
  [`${version}/difference`]: {
    get: { says: 'How it differs from the version before', answers: supervision.differenceReply },
  },
  [`${contract}/evidence`]: {
    get: { says: 'The chain of events', answers: supervision.evidenceReply },
  },
  [`${contract}/letters`]: {
    get: { says: 'Letters about it, and how far they are', answers: supervision.contractLettersReply },
  },
  [`${contract}/letters/{letterId}/send-again`]: {
    post: {
      says: 'Give a letter that failed another chance (supervisor, owner)',
      answers: supervision.contractLettersReply,
    },
  },
  '/api/contract-templates': {
    get: { says: 'Templates, those of the product among them', answers: supervision.templatesReply },
    post: {
      says: 'A template of the practice (owner)',
      asks: supervision.templateWish,
      answers: supervision.templateReply,
      status: 201,
    },
  },
  '/api/contract-templates/{id}': {
    put: {
      says: 'A new version of a template (owner)',
      asks: supervision.templateWish,
      answers: supervision.templateReply,
    },
  },
};
