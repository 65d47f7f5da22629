/** What the build says of the version that a service worker belongs to. Addresses are relative to its own. */
export interface Shell {
  readonly language: string;
  /** The page's first script. Its name changes with everything the page may load later, so it names the version. */
  readonly main: string;
  /** The document, which has a revision, and files whose names carry a hash of what is inside. */
  readonly files: readonly { readonly url: string; readonly revision: string | null }[];
  /** Large parts that few need (charts, PDF): kept with their first use, or when nothing else is going on. */
  readonly heavy: readonly string[];
}

/** Of the cache that holds a version; a page holds a lock of the same name for as long as it may load parts of it. */
export function versionName(language: string, main: string): string {
  return `${familyOf(language)}${main}`;
}

/** Versions whose pages are all gone: every other one stays whole, so that no page mixes parts of two. */
export function outlivedVersions(
  caches: readonly string[],
  { language, main }: Pick<Shell, 'language' | 'main'>,
  held: readonly string[],
): string[] {
  const current = versionName(language, main);
  return caches.filter(
    (name) => name.startsWith(familyOf(language)) && name !== current && !held.includes(name),
  );
}

function familyOf(language: string): string {
  return `visavis-${language}-`;
}
