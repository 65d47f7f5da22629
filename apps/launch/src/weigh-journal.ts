import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './project.ts';

/** Of the journal's own JavaScript with its cryptography; charts, PDF and the texts of the fictitious journal apart. */
export const JOURNAL_KILOBYTES = 180;

const CLIENT = join(root, 'dist/apps/web');
const ROUTES = 'apps/web/src/app/journal/journal.routes.ts';
const APART = /node_modules\/(echarts|zrender|pdfmake)\//;
const PAGE = /-page\.ts$/;
const FICTITIOUS = /export\s*\{[^}]*\bDEMO_ROWS\b/;
const WORDS = { fr: 'libs/journal/src/words/french/', en: 'libs/journal/src/words/english/' };
type Language = keyof typeof WORDS;

/** Brotli kilobytes. */
export interface JournalWeight {
  readonly pages: number;
  readonly worker: number;
}

/** What a build says of each script. */
type Scripts = Readonly<
  Record<
    string,
    {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly imports: readonly { readonly path: string }[];
    }
  >
>;

/**
 * All that the journal of one language can ever load and no other part of the client does, however it is loaded and
 * whatever was visited: its pages with their dialogs, its worker with what that loads when something is shared.
 */
export function weighJournal(language: Language): JournalWeight {
  const { outputs } = JSON.parse(readFileSync(join(CLIENT, 'browser-stats.json'), 'utf8')) as {
    outputs: Scripts;
  };
  const folder = join(CLIENT, 'browser', language);
  const weigh = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0) / 1000;
  return { pages: weigh(pageScripts(outputs, language)), worker: weigh(workerScripts(folder)) };
}

export function pageScripts(scripts: Scripts, language: Language): readonly string[] {
  const names = Object.keys(scripts);
  const madeOf = (name: string, part: string | RegExp) =>
    Object.keys(scripts[name]?.inputs ?? {}).some((input) => input.search(part) >= 0);
  const [main, routes] = [
    names.find((name) => name.startsWith('main-')),
    names.find((name) => madeOf(name, ROUTES)),
  ];
  if (!main || !routes) throw new Error('The build has no first script, or none with the journal’s routes.');
  const elsewhere = reachable(scripts, main, new Set([routes]));
  const otherWords = WORDS[language === 'fr' ? 'en' : 'fr'];
  return [...reachable(scripts, routes, elsewhere)].filter(
    (name) => (!madeOf(name, APART) || madeOf(name, PAGE)) && !madeOf(name, otherWords),
  );
}

function reachable(scripts: Scripts, from: string, without: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [from];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const script = scripts[name];
    if (!script || found.has(name) || without.has(name)) continue;
    found.add(name);
    next.push(...script.imports.map(({ path }) => path));
  }
  return found;
}

/** The worker is a build of its own: what it loads is named in its text. */
function workerScripts(folder: string): readonly string[] {
  const all = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const found = all.filter((name) => name.startsWith('worker-'));
  if (found.length !== 1) throw new Error('The build has not exactly one worker.');
  for (const name of found) {
    const text = readFileSync(join(folder, name), 'utf8');
    found.push(...all.filter((other) => !found.includes(other) && text.includes(other)));
  }
  return found.filter((name) => !FICTITIOUS.test(readFileSync(join(folder, name), 'utf8')));
}

if (import.meta.main) {
  for (const language of ['fr', 'en'] as const) {
    const { pages, worker } = weighJournal(language);
    const said = `${(pages + worker).toFixed(1)} kB (pages ${pages.toFixed(1)}, worker ${worker.toFixed(1)})`;
    console.log(`The journal's JavaScript, ${language}, Brotli: ${said} of ${JOURNAL_KILOBYTES}.`);
    if (pages + worker > JOURNAL_KILOBYTES) process.exitCode = 1;
  }
}
