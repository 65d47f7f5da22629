import { randomUUIDv7 } from 'node:crypto';
import { invitationSecret } from '../invitations/invitation-secret';
import type { SettingsApp } from './settings-app';

/** The key of every test's configuration. */
const KEY = Buffer.from('A'.repeat(43), 'base64url');

/** The path that the letter of an invitation leads to, as the API knows it. */
export async function invitationLink(app: SettingsApp, email: string): Promise<string> {
  const [row] = await app.rows<{ id: string; practice_id: string; version: number; slug: string }>(
    `SELECT i.id, i.practice_id, i.version, d.slug FROM invitation i
     JOIN practice_address d ON d.practice_id = i.practice_id AND d.current
     WHERE i.email = $1 ORDER BY i.created_at DESC LIMIT 1`,
    [email],
  );
  if (row === undefined) throw new Error(`nobody invited ${email}`);
  const { id, practice_id: practiceId, version, slug } = row;
  return `/api/public/${slug}/invitations/${id}/${invitationSecret(KEY, { practiceId, id, version })}`;
}

/** Members made without invitations: lists and rules do not ask how somebody came. */
export async function addMember(
  app: SettingsApp,
  slug: string,
  given: { name?: string; email: string; roles: readonly string[] },
): Promise<string> {
  const [account, member] = [randomUUIDv7(), randomUUIDv7()];
  const { name = 'Nina Petit', email, roles } = given;
  const at = new Date(app.clock.now());
  await app.rows(
    `INSERT INTO account (id, email, name, language, created_at) VALUES ($1, $2, $3, 'fr', $4)`,
    [account, email, name, at],
  );
  await app.rows(
    `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
     SELECT practice_id, $2, $3, $4, 'active', $5, $6, 'fr', $7 FROM practice_address WHERE slug = $1`,
    [slug, member, account, roles, name, email, at],
  );
  await app.rows(
    `INSERT INTO membership_index (account_id, practice_id, member_id)
     SELECT $2, practice_id, $3 FROM practice_address WHERE slug = $1`,
    [slug, account, member],
  );
  return member;
}
