import * as z from 'zod';

export const BROWSERS = ['firefox', 'chrome', 'edge', 'safari', 'opera', 'samsung', 'other'] as const;
export type Browser = (typeof BROWSERS)[number];
export const SYSTEMS = ['windows', 'macos', 'linux', 'android', 'ios', 'other'] as const;
export type System = (typeof SYSTEMS)[number];

/**
 * `GET /api/sign-ins`: where one is signed in, the latest first. `DELETE /api/sign-ins/:id` ends one (204),
 * `POST /api/sign-ins/end-others` all but this one (204).
 */
export const signInsReply = z.object({
  signIns: z.array(
    z.object({
      id: z.uuid(),
      /** The one that asks. */
      current: z.boolean(),
      browser: z.enum(BROWSERS),
      system: z.enum(SYSTEMS),
      /** Epoch milliseconds. */
      signedInAt: z.number(),
      lastSeenAt: z.number(),
    }),
  ),
});
export type SignInsReply = z.output<typeof signInsReply>;
