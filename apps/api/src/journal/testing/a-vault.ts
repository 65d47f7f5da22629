import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import {
  type Bytes,
  commentMessage,
  deletionMessage,
  NO_HASH,
  type Revision,
  revisionHash,
  revisionMessage,
  shareMessage,
  writeBase64Url,
  xkeyMessage,
} from '@visavis/sealing-proof';
import { randomBytes, randomUUID } from 'node:crypto';

/** Random bytes: to the server a sealed text is nothing else. */
export function noise(length: number): Bytes {
  return Uint8Array.from(randomBytes(length));
}

export function text(bytes: Bytes): string {
  return writeBase64Url(bytes);
}

/** Who somebody is in one generation: keys that sign, and keys a grant could be made for. */
export class Identity {
  readonly seed = noise(32);
  readonly edPub: Bytes = Uint8Array.from(ed25519.getPublicKey(this.seed));
  readonly xPub: Bytes = Uint8Array.from(x25519.getPublicKey(noise(32)));
  readonly keyId = randomUUID();

  constructor(readonly userId: string) {}

  sign(message: Bytes): Bytes {
    return Uint8Array.from(ed25519.sign(message, this.seed));
  }
}

type Over = Readonly<Record<string, unknown>>;

/** Requests of one person's device, signed as a client signs and sealed with nothing at all. */
export class Device {
  readonly vaultId = randomUUID();
  generation = 1;
  identity: Identity;

  constructor(readonly userId: string) {
    this.identity = new Identity(userId);
  }

  slot(type: 'passphrase' | 'recovery', over: Over = {}) {
    const salted = type === 'passphrase';
    return {
      vaultId: this.vaultId,
      slotId: randomUUID(),
      type,
      derivation: salted ? 'argon2id-64MiB-3-1' : 'hkdf',
      salt: salted ? text(noise(16)) : '',
      generation: this.generation,
      commit: text(noise(32)),
      nonce: text(noise(24)),
      wrapped: text(noise(48)),
      ...over,
    };
  }

  wrappedIdentity(identity = this.identity) {
    const { userId, edPub, xPub } = identity;
    return {
      userId,
      edPub: text(edPub),
      xPub: text(xPub),
      xkeySignature: text(identity.sign(xkeyMessage({ userId, edPub, xPub }))),
      vaultId: this.vaultId,
      generation: this.generation,
      nonce: text(noise(24)),
      wrapped: text(noise(80)),
    };
  }

  opening(over: Over = {}) {
    return {
      id: this.vaultId,
      suite: 'visavis/1',
      slots: [this.slot('passphrase'), this.slot('recovery')],
      identity: this.wrappedIdentity(),
      keyId: this.identity.keyId,
      ...over,
    };
  }

  /** Moves this device on to the next generation. */
  rotation(over: Over = {}) {
    this.generation += 1;
    this.identity = new Identity(this.userId);
    const { vaultId, generation } = this;
    return {
      slots: [this.slot('passphrase'), this.slot('recovery')],
      identity: this.wrappedIdentity(),
      keyId: this.identity.keyId,
      previous: { vaultId, generation, nonce: text(noise(24)), wrapped: text(noise(112)) },
      ...over,
    };
  }

  entry(schema = 'journal/1'): SealedEntry {
    return new SealedEntry(this, schema);
  }

  comment(entry: SealedEntry, over: Over = {}) {
    const comment = {
      vaultId: entry.device.vaultId,
      entryId: entry.entryId,
      epoch: entry.epoch,
      commentId: randomUUID(),
      authorId: this.userId,
      nonce: noise(24),
      ciphertext: noise(2064),
      ...over,
    };
    const signature = this.identity.sign(commentMessage(comment));
    return { comment: json({ ...comment, signature }), keyId: this.identity.keyId };
  }
}

/** One entry as a device knows it: every request moves it on, as if it had been kept. */
export class SealedEntry {
  readonly entryId = randomUUID();
  epoch = 0;
  rev = 0;
  hash: Bytes = NO_HASH;
  commit: Bytes = NO_HASH;

  constructor(
    readonly device: Device,
    readonly schema: string,
  ) {}

  /** The next revision in the epoch that stands; the first opens the first epoch. */
  next(over: Partial<Revision> = {}) {
    if (this.epoch === 0) return this.inNewEpoch([], over);
    return { revision: this.revision(over) };
  }

  inNewEpoch(readers: readonly Identity[], over: Partial<Revision> = {}, grantOver: Over = {}) {
    const { vaultId, generation } = this.device;
    this.epoch += 1;
    this.commit = noise(32);
    const place = { vaultId, entryId: this.entryId, epoch: this.epoch };
    const key = { ...place, commit: this.commit, generation, nonce: noise(24), wrapped: noise(48) };
    const grants = readers.map((reader) => this.grant(reader, grantOver));
    return {
      revision: this.revision(over),
      key: json(key),
      ...(grants.length > 0 && { grants }),
    };
  }

  grant(reader: Identity, over: Over = {}) {
    const { device } = this;
    const grant = {
      vaultId: device.vaultId,
      entryId: this.entryId,
      epoch: this.epoch,
      commit: this.commit,
      senderId: device.userId,
      senderEd: device.identity.edPub,
      recipientId: reader.userId,
      recipientEd: reader.edPub,
      recipientX: reader.xPub,
      enc: noise(32),
      ciphertext: noise(48),
      ...over,
    };
    return json({ ...grant, signature: device.identity.sign(shareMessage(grant)) });
  }

  deletion(over: Partial<{ rev: number; headHash: Bytes }> = {}) {
    const said = { rev: this.rev, headHash: this.hash, ...over };
    const message = deletionMessage({ vaultId: this.device.vaultId, entryId: this.entryId, ...said });
    return json({ ...said, signature: this.device.identity.sign(message) });
  }

  private revision(over: Partial<Revision>) {
    const revision = {
      vaultId: this.device.vaultId,
      authorId: this.device.userId,
      entryId: this.entryId,
      epoch: this.epoch,
      rev: this.rev + 1,
      prevHash: this.hash,
      commit: this.commit,
      schema: this.schema,
      nonce: noise(24),
      ciphertext: noise(4112),
      ...over,
    };
    const hash = revisionHash(revision);
    const signature = over.signature ?? this.device.identity.sign(revisionMessage(hash));
    this.rev = revision.rev;
    this.hash = hash;
    return json({ ...revision, signature });
  }
}

/** Bytes as the wire writes them. */
export function json(value: Over): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      each instanceof Uint8Array ? text(Uint8Array.from(each)) : each,
    ]),
  );
}
