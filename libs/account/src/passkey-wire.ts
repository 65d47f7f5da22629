import * as z from 'zod';

/** Bytes as WebAuthn's JSON writes them. */
const bytes = (longest: number) =>
  z
    .string({ error: 'required' })
    .max(longest, { error: 'too-long' })
    .regex(/^[A-Za-z0-9_-]+$/, { error: 'invalid' });

const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal('public-key', { error: 'invalid' }),
  authenticatorAttachment: z.enum(['cross-platform', 'platform'], { error: 'invalid' }).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown(), { error: 'required' }),
};

/** What `startRegistration` of @simplewebauthn/browser answers. */
export const passkeyRegistration = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(16_000),
    authenticatorData: bytes(8_000).optional(),
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: bytes(4_000).optional(),
  }),
});
export type PasskeyRegistration = z.output<typeof passkeyRegistration>;

/** What `startAuthentication` of @simplewebauthn/browser answers. */
export const passkeyAssertion = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(8_000),
    signature: bytes(4_000),
    userHandle: bytes(200).optional(),
  }),
});
export type PasskeyAssertion = z.output<typeof passkeyAssertion>;

/**
 * `optionsJSON` for `startAuthentication` or `startRegistration`: made by the server's library and read by the
 * browser's, nobody in between looks inside.
 */
export const passkeyOptions = z.object({ options: z.looseObject({ challenge: z.string() }) });
export type PasskeyOptions = z.output<typeof passkeyOptions>;
