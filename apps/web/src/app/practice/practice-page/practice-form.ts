import { practiceWish, type PracticeSettingsReply, type PracticeWish } from '@visavis/practice';

/** Settings as they are edited: origins one per line. */
export interface PracticeForm extends Omit<PracticeWish, 'allowedOrigins'> {
  origins: string;
}

export const EMPTY_FORM: PracticeForm = {
  name: '',
  country: 'FR',
  languages: ['fr', 'en'],
  accent: 'lagoon',
  motto: { fr: '', en: '' },
  legal: { name: '', address: '', siren: '', vatNumber: '', insurance: null },
  retentionMonths: 12,
  contractRetentionYears: 5,
  noteRetentionYears: 3,
  origins: '',
  privacyNotice: { fr: '', en: '' },
  imprint: { fr: '', en: '' },
};

export function formOf({
  slug: _slug,
  erasure: _erasure,
  allowedOrigins,
  ...settings
}: PracticeSettingsReply): PracticeForm {
  return { ...settings, origins: allowedOrigins.join('\n') };
}

export function sameForm(a: PracticeForm, b: PracticeForm): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
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

/** The same members in one order, on every level. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
