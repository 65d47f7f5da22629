import type { Browser, System } from '@visavis/account';

export interface Device {
  readonly browser: Browser;
  readonly system: System;
}

/** The first that fits: most browsers also name those they descend from. */
const BROWSER_SIGNS: readonly (readonly [RegExp, Browser])[] = [
  [/\bEdgA?(iOS)?\//, 'edge'],
  [/\bOPR\/|\bOPT\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const SYSTEM_SIGNS: readonly (readonly [RegExp, System])[] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bLinux\b|\bCrOS\b/, 'linux'],
];

/** Two words by which a person may know a device again. The header itself, which tells more, is not kept. */
export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  return {
    browser: BROWSER_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'other',
    system: SYSTEM_SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'other',
  };
}
