import { pathToFileURL } from 'node:url';
import { bundleForBrowser, measureInChromium } from './measure-in-chromium.ts';

/** What `libs/sealing` measures of itself. */
export interface SealingFigures {
  readonly unlockMs: number;
  readonly firstOpeningMs: number;
  readonly laterOpeningMs: number;
}
interface SealingBundle {
  measureSealing(rounds: number): Promise<SealingFigures>;
}

const bundle = () => bundleForBrowser('libs/sealing/src/testing/measure-sealing.ts', 'sealing');

/** Median milliseconds in Chromium. */
export async function benchSealing(rounds = 9): Promise<SealingFigures> {
  return measureInChromium(await bundle(), 'measureSealing', rounds);
}

/** The same in Node: what the two differ in is the browser's, not the library's. */
export async function benchSealingInNode(rounds = 9): Promise<SealingFigures> {
  return ((await import(pathToFileURL(await bundle()).href)) as SealingBundle).measureSealing(rounds);
}

if (import.meta.main) {
  console.table({ Chromium: await benchSealing(), Node: await benchSealingInNode() });
}
