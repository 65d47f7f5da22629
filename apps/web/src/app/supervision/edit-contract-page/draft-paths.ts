/** Dots between levels, as gaps name fields: `parties.coach.siren`, `ethics.codes.0.link`. */
export type DraftPath = string;

type Branch = Readonly<Record<string, unknown>>;

/** What a draft says at a path; undefined where it says nothing. */
export function valueAt(draft: unknown, path: DraftPath): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (isBranch(value) ? (value as Branch)[step] : undefined), draft);
}

/** The draft with another value at a path; what is missing on the way is made, nothing else is touched. */
export function withValue<Draft>(draft: Draft, path: DraftPath, value: unknown): Draft {
  const [step = '', ...rest] = path.split('.');
  const inner = isBranch(draft) ? (draft as Branch)[step] : undefined;
  const changed = rest.length === 0 ? value : withValue(inner ?? {}, rest.join('.'), value);
  if (Array.isArray(draft))
    return draft.map((item: unknown, at) => (String(at) === step ? changed : item)) as Draft;
  return { ...(isBranch(draft) ? draft : {}), [step]: changed } as Draft;
}

function isBranch(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
