import {
  auditQuery,
  auditReply,
  invitationReply,
  invitationsQuery,
  invitationsReply,
  invitationWish,
  memberChange,
  memberErasureWish,
  memberReply,
  membersQuery,
  membersReply,
  ownPageReply,
  ownPageWish,
  practiceErasureReply,
  practiceErasureWish,
  practiceSettingsReply,
  practiceWish,
  retentionReply,
} from '@visavis/practice';
import type { Routes } from './described';

/** The practice, its people and its data. */
export const PRACTICE_ROUTES: Routes = {
  '/api/practice': {
    get: { says: 'Settings of the practice', answers: practiceSettingsReply },
    put: { says: 'Change them (owner)', asks: practiceWish, answers: practiceSettingsReply },
  },
  '/api/members': { get: { says: 'Members, by page', query: membersQuery, answers: membersReply } },
  '/api/members/{id}': {
    patch: {
      says: 'Change roles, deactivate or reactivate (owner); their sessions in the practice end',
      asks: memberChange,
      answers: memberReply,
    },
  },
  '/api/members/{id}/erasure': {
    post: { says: 'Erase a member (owner, fresh proof)', asks: memberErasureWish, status: 204 },
  },
  '/api/invitations': {
    get: { says: 'Invitations, by page', query: invitationsQuery, answers: invitationsReply },
    post: { says: 'Invite somebody', asks: invitationWish, answers: invitationReply, status: 201 },
  },
  '/api/invitations/{id}': { delete: { says: 'Withdraw an invitation', status: 204 } },
  '/api/invitations/{id}/send-again': { post: { says: 'Send a new link', answers: invitationReply } },
  '/api/own-page': {
    get: { says: 'The own public page (supervisor)', answers: ownPageReply },
    put: {
      says: 'Change what visitors read of one, and where; a former address leads to it',
      asks: ownPageWish,
      answers: ownPageReply,
    },
  },
  '/api/audit': { get: { says: 'Who did what (owner)', query: auditQuery, answers: auditReply } },
  '/api/practice/export': {
    get: { says: 'Everything of the practice (owner, fresh proof)', file: 'application/zip' },
  },
  '/api/practice/retention': {
    get: { says: 'What retention would erase (owner)', answers: retentionReply },
  },
  '/api/practice/erasure': {
    post: {
      says: 'Ask for the erasure of the practice (owner, fresh proof)',
      asks: practiceErasureWish,
      answers: practiceErasureReply,
      status: 202,
    },
    delete: { says: 'Take it back', status: 204 },
  },
};
