import * as z from 'zod/mini';
import type { Bytes } from '../bytes';
import { readBase64Url, writeBase64Url } from './base64url';

/** What the JSON holds for bytes; also said of the decoded side, which no JSON Schema could describe. */
const AS_TEXT = { type: 'string', contentEncoding: 'base64url' } as const;

function missingOr(code: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'required' : code);
}

function bytesCodec(text: z.ZodMiniString) {
  return z.codec(text, z.custom<Bytes>((value) => value instanceof Uint8Array).check(z.meta(AS_TEXT)), {
    decode: (written, context) => {
      const bytes = readBase64Url(written);
      if (bytes !== null) return bytes;
      context.issues.push({ code: 'custom', message: 'invalid', input: written });
      return z.NEVER;
    },
    encode: (bytes) => writeBase64Url(bytes),
  });
}

/** Exactly so many bytes. */
export function bytesOf(length: number) {
  const characters = Math.ceil((length * 4) / 3);
  return bytesCodec(
    z
      .string({ error: missingOr('invalid') })
      .check(z.length(characters, { error: 'invalid' }), z.meta({ contentEncoding: 'base64url' })),
  );
}

/** A salt, or a sealed text: whether its size is allowed is for whoever knows what it belongs to. */
export const anyBytes = bytesCodec(
  z.string({ error: missingOr('invalid') }).check(z.meta({ contentEncoding: 'base64url' })),
);

/** A lower-case UUID: another spelling would be another hash. */
export const idText = z
  .string({ error: missingOr('invalid') })
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: 'invalid' }));

/** Epochs, revisions and generations count from 1, up to what PostgreSQL's integer holds. */
export const countedNumber = z
  .int({ error: missingOr('invalid') })
  .check(z.minimum(1, { error: 'too-small' }), z.maximum(2 ** 31 - 1, { error: 'too-large' }));

/** One of these words; typed as text, as in the structures of the libs, which look again. */
export function wordOf(words: readonly string[]) {
  return z.string({ error: missingOr('not-in-list') }).check(
    z.refine((text) => words.includes(text), { error: 'not-in-list' }),
    z.meta({ enum: [...words] }),
  );
}
