import { generationOf, openComment, sealComment, unwrapEntryKey } from '@visavis/sealing';
import type { CommentsReply } from '@visavis/journal';
import { type Bytes, equalInConstantTime, readVerifyingKey, toHex } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { VaultRefused } from '../vault-trouble';
import type { Remark } from '../vault-types';
import { currentOf, heldEntry, type OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import type { SharedKey } from './shared-entries';
import type { World } from './world';

const LONGEST = 20_000;
const bodyShape = z.strictObject({ v: z.literal(1), text: z.string().check(z.maxLength(LONGEST)) });
type StoredComment = CommentsReply['comments'][number];

/** What is said beside one's own entry, in every epoch; the newest epoch is the one that can still be answered. */
export async function readOwnComments(
  world: World,
  vault: OpenedVault,
  entryId: string,
): Promise<readonly Remark[]> {
  const { head } = heldEntry(vault, entryId);
  const { comments, keys } = await world.server.readComments(entryId);
  return Promise.all(
    comments.map(async (row) => {
      const wrap = keys.find(({ epoch }) => epoch === row.comment.epoch);
      return opened(vault, row, head.epoch, async () => {
        if (!wrap || row.comment.entryId !== entryId) throw new VaultRefused('cannot-open');
        return unwrapEntryKey(generationOf(vault.keyring, wrap.generation), wrap);
      });
    }),
  );
}

/** Beside an entry somebody shared: its one epoch. */
export async function readSharedComments(
  world: World,
  vault: OpenedVault,
  shared: SharedKey,
): Promise<readonly Remark[]> {
  const { comments } = await world.server.readComments(shared.key.entryId);
  return Promise.all(comments.map((row) => opened(vault, row, shared.key.epoch, async () => shared.key)));
}

export async function addComment(
  world: World,
  vault: OpenedVault,
  key: SharedKey['key'],
  text: string,
): Promise<void> {
  const { identity } = currentOf(vault);
  if (text.trim() === '') throw new VaultRefused('malformed');
  if (text.length > LONGEST) throw new VaultRefused('text-too-long');
  const body = JSON.stringify(bodyShape.parse({ v: 1, text }));
  const comment = await sealComment(key, identity, { commentId: world.newId(), body }, world.random);
  await world.server.addComment(key.entryId, { comment, keyId: vault.keyId });
}

async function opened(
  vault: OpenedVault,
  { comment, authorName, edPub, at }: StoredComment,
  epoch: number,
  keyOf: () => Promise<SharedKey['key']>,
): Promise<Remark> {
  const { commentId, authorId } = comment;
  const isMine = authorId === vault.userId;
  const common = { id: commentId, authorId, authorName, isMine, at, isCurrent: comment.epoch === epoch };
  try {
    const key = await keyOf();
    const author = { id: authorId, key: await readVerifyingKey(edPub) };
    const body = await openComment(key, comment, author);
    const { text } = bodyShape.parse(JSON.parse(body));
    return { ...common, text, isVerified: isKnown(vault, key, authorId, edPub), trouble: null };
  } catch (error) {
    const { reason } = refusalFrom(error);
    return {
      ...common,
      text: null,
      isVerified: false,
      trouble: reason === 'worker-failed' ? 'cannot-open' : reason,
    };
  }
}

/** A signature proves a key. Whose it is, only a pin says, one's own keyring, or the grant that opened the epoch. */
function isKnown(vault: OpenedVault, key: SharedKey['key'], authorId: string, edPub: Bytes): boolean {
  const hex = toHex(edPub);
  if (authorId === vault.userId)
    return [...vault.ownKeys.values()].some(({ bytes }) => equalInConstantTime(bytes, edPub));
  const { pins, keyRows } = vault.memory.index;
  const isPinned = Object.hasOwn(pins, authorId) && pins[authorId] === hex;
  const wasPinned = keyRows.some((row) => row.userId === authorId && row.edPub === hex);
  // In an entry somebody shared, its owner is who opened the epoch, and that one is pinned or not.
  return isPinned || (wasPinned && !equalInConstantTime(key.openedWith, edPub));
}
