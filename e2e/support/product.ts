/** Addresses of the running product. */
export interface Product {
  readonly url: string;
  readonly apiUrl: string;
  readonly mailUrl: string;
  /** Tokens of sessions, by e-mail address: a code signs in once, so everybody is signed in once. */
  readonly sessions: Readonly<Record<string, string>>;
  /** What its programs were started with, and the address of the schema's owner. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything it keeps. */
  readonly folder: string;
}

const VARIABLE = 'VISAVIS_JOURNEYS';

/** For the processes that run the journeys; they inherit the environment. */
export function passOn(product: Product): void {
  process.env[VARIABLE] = JSON.stringify(product);
}

export function runningProduct(): Product {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('The product was not started: run the journeys with e2e/playwright.config.ts.');
  return JSON.parse(text) as Product;
}
