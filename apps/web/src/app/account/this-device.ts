/** What one would call this device, from what its browser says: a name to begin with, nothing is decided by it. */
export function thisDevice(userAgent: string): string {
  const [, name] = NAMES.find(([pattern]) => pattern.test(userAgent)) ?? [];
  return name ?? $localize`Cet appareil`;
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];
