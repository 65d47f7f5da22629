/** Columns of a table that an export hands out; what is not named here never leaves. */
export const EXPORTED: Readonly<Record<string, string>> = {
  practice: `name, country, region, languages, accent, motto, legal, retention_months, contract_retention_years,
    note_retention_years, allowed_origins, privacy_notice, imprint, created_at, erasure_asked_at, erasure_due_at`,
  member: 'id, name, email, language, roles, status, created_at, deactivated_at, erased_at',
  invitation: `id, email, name, roles, language, state, invited_by, created_at, expires_at, accepted_at, member_id`,
  supervisor: `id, member_id, slug, name, email, language, introduction, time_zone, holiday_country, holiday_region,
    active, created_at`,
  supervisor_former_slug: 'id, supervisor_id, slug',
  calendar: 'supervisor_id, version',
  offer: `id, supervisor_id, kind, length_min, step_min, buffer_before_min, buffer_after_min, min_notice_min,
    horizon_days, max_per_day, same_hours_as, weekly`,
  availability_override: 'id, supervisor_id, date::text AS date, windows, label, holiday',
  blocked_contact: 'id, supervisor_id, kind, value, created_at',
  appointment: `id, supervisor_id, kind, status, starts_at, ends_at, origin, series_id, title, outcome, created_at,
    updated_at`,
  discovery_call: `id, first_name, last_name, email, phone, reason, words, language, time_zone, consented_at,
    created_at, erased_at`,
  letter: `id, appointment_id, contract_id, invitation_id, member_id, kind, recipient, language, due_at, state,
    failure, attempts, sent_at, created_at`,
  contract_template: 'id, number, language, name, clauses, defaults, member_id, created_at',
  contract: `id, supervisor_id, number, coach_member_id, coach_name, coach_email, invitation_id, discovery_call_id,
    renews_id, state, last_number, open_number, in_force_number, in_force_since, concluded_at, suspension, notice,
    closed_at, created_at, updated_at`,
  contract_version:
    'contract_id, number, state, revision, template_id, template_number, draft, created_at, updated_at',
  contract_text: `contract_id, number, attempt, content, encode(canonical_sha256, 'hex') AS canonical_sha256,
    encode(pdf_sha256, 'hex') AS pdf_sha256, frozen_at, lapses_at`,
  contract_signature: `id, contract_id, version, attempt, party, member_id,
    encode(canonical_sha256, 'hex') AS canonical_sha256, encode(pdf_sha256, 'hex') AS pdf_sha256, consents, full_name,
    email, auth_method, authenticated_at, signed_at, ip, user_agent`,
  contract_event: `contract_id, seq, at, type, actor, version, payload, encode(previous_hash, 'hex') AS previous_hash,
    encode(hash, 'hex') AS hash`,
  contract_seal: `contract_id, number, encode(sha256, 'hex') AS sha256, level, sealed_at`,
  evidence_day: `day::text AS day, encode(previous_root, 'hex') AS previous_root, heads, encode(root, 'hex') AS root,
    contracts, broken, checked_at`,
  evidence_stamp: `day::text AS day, path, encode(stamp, 'base64') AS stamp, stamped_at`,
  supervision_session: `id, contract_id, version, appointment_id, state, medium, place, billed_minutes,
    supervision_minutes, created_at, updated_at`,
  ledger_entry: `contract_id, seq, kind, minutes, change, supervision_minutes, balance_after, session_id, note, at`,
  contract_comment: 'id, contract_id, version, clause, party, member_id, words, created_at',
  audit_event: 'id, at, actor, member_id, act, object_id',
};

/** Tables of a practice that an export leaves out, and why; a test holds that every other one is in it. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  idempotency_key: 'hashes that tell repeated requests apart for a day',
  seal_certificate: 'the private key of the seal; the certificate itself is in every sealed file',
  ...Object.fromEntries(
    [
      'vault',
      'vault_key',
      'vault_generation',
      'vault_slot',
      'vault_entry',
      'vault_entry_key',
      'vault_revision',
      'vault_grant',
      'vault_comment',
      'vault_tombstone',
    ].map((table) => [table, 'sealed: each person takes their own along, and only they can open it']),
  ),
};

/** Names of the columns of a list like those above. */
export function columnsOf(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((column) => column.trim().replace(/^.*\sAS\s+|::.*$/s, ''));
}
