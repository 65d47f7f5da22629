import { LANGUAGES } from '@visavis/kernel';
import { freeText } from '@visavis/typed-text';
import * as z from 'zod';
import { slugText } from './slug';

/** `PUT /api/own-page` (supervisors): what visitors read of oneself, and at which address. */
export const ownPageWish = z.strictObject({
  slug: slugText,
  introduction: z.strictObject({ fr: freeText(2000), en: freeText(2000) }),
});
export type OwnPageWish = z.output<typeof ownPageWish>;

/** `GET /api/own-page` */
export const ownPageReply = z.object({
  slug: z.string(),
  introduction: z.record(z.enum(LANGUAGES), z.string()),
  /** Addresses from which visitors are still led here. */
  formerSlugs: z.array(z.string()),
});
export type OwnPageReply = z.output<typeof ownPageReply>;
