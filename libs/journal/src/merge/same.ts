/** Equal as JSON, whatever the order of keys; a key without value is no key. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as unknown as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...keys].every((key) => isSame(left?.[key], right?.[key]));
}

/** Three lists as sets: what either side added is in, what either side took away is out. */
export function mergeSets<Each>(
  base: readonly Each[],
  mine: readonly Each[],
  theirs: readonly Each[],
): readonly Each[] {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  const has = (all: readonly Each[], one: Each) => all.some((each) => isSame(each, one));
  const kept = theirs.filter((each) => has(mine, each) || !has(base, each));
  return [...kept, ...mine.filter((each) => !has(base, each) && !has(kept, each))];
}

/** Three single values of which no text can be lost: whoever changed it, else `theirs`. */
export function mergeValues<Value>(base: Value | undefined, mine: Value, theirs: Value): Value {
  return isSame(theirs, base) ? mine : theirs;
}
