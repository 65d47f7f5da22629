/** Refusals that any route can answer with; each subject has its own closed list besides. */
export const GENERAL_REFUSALS = [
  'malformed', // 400, with field errors
  'not-signed-in', // 401
  'cross-site', // 403
  'role-too-low', // 403
  'not-found', // 404
  'method-not-allowed', // 405
  'changed-meanwhile', // 409
  'too-large', // 413
  'unsupported-media-type', // 415
  'too-many-requests', // 429, with Retry-After
  'failed', // 500
  'unavailable', // 503, with Retry-After
] as const;
export type GeneralRefusal = (typeof GENERAL_REFUSALS)[number];
