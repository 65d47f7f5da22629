import { practiceWish, type PracticeSettingsReply, type PracticeWish } from '@visavis/practice';

/** Settings as they are edited: origins one per line. */
export interface PracticeForm {
  name: string;
  country: string;
  retentionMonths: number;
  origins: string;
  privacyNotice: { fr: string; en: string };
  imprint: { fr: string; en: string };
}

export const EMPTY_FORM: PracticeForm = {
  name: '',
  country: 'FR',
  retentionMonths: 12,
  origins: '',
  privacyNotice: { fr: '', en: '' },
  imprint: { fr: '', en: '' },
};

export function formOf({
  name,
  country,
  retentionMonths,
  allowedOrigins,
  privacyNotice,
  imprint,
}: PracticeSettingsReply): PracticeForm {
  return { name, country, retentionMonths, origins: allowedOrigins.join('\n'), privacyNotice, imprint };
}

export function sameForm(a: PracticeForm, b: PracticeForm): boolean {
  return JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b));
}

/** The wish, or the code of what is wrong by the name of its field in the form (`privacyNotice.fr`). */
export function checkForm(typed: PracticeForm): {
  readonly wish: PracticeWish | null;
  readonly wrong: Readonly<Record<string, string>>;
} {
  const { origins, ...rest } = typed;
  const allowedOrigins = origins
    .split(/\s+/)
    .map((origin) => origin.replace(/\/$/, '').toLowerCase())
    .filter(Boolean);
  const read = practiceWish.safeParse({ ...rest, allowedOrigins });
  if (read.success) return { wish: read.data, wrong: {} };
  const wrong: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    wrong[path[0] === 'allowedOrigins' ? 'origins' : path.join('.')] ??= message;
  }
  return { wish: null, wrong };
}

function keyOf({ name, country, retentionMonths, origins, privacyNotice, imprint }: PracticeForm): unknown[] {
  return [
    name,
    country,
    retentionMonths,
    origins,
    privacyNotice.fr,
    privacyNotice.en,
    imprint.fr,
    imprint.en,
  ];
}
