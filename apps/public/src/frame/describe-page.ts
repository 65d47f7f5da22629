import { DOCUMENT, inject, REQUEST_CONTEXT } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import type { PageData } from '@visavis/booking';

/**
 * On the server: title, description and, for pages that search engines may list, addresses in both languages; and
 * on the root element what the scripts want to know before Angular runs.
 */
export function describePage(): void {
  const page = inject(REQUEST_CONTEXT, { optional: true }) as PageData | null;
  if (!page) return;
  const document = inject(DOCUMENT);
  const meta = inject(Meta);
  inject(Title).setTitle(titleOf(page));
  meta.addTag({
    name: 'description',
    content:
      page.kind === 'verify'
        ? $localize`:@@head.verify-description:Vérifier qu’un contrat signé avec Visavis n’a pas changé, sans envoyer le fichier.`
        : $localize`:@@head.description:Réserver un premier échange de supervision\u202f: une demi-heure, par téléphone, sans frais.`,
  });
  if (isListed(page)) linkLanguages(page, document);
  else meta.addTag({ name: 'robots', content: 'noindex' });

  // Not on the root, whose dark tokens would win over it.
  document.body.setAttribute('data-accent', page.accent);
  const root = document.documentElement;
  if (['times', 'manage', 'verify'].includes(page.kind)) root.setAttribute('data-awaken', '');
  if (page.embedOrigins) {
    root.classList.add('framed');
    root.setAttribute('data-origins', page.embedOrigins.join(' '));
  }
}

function isListed(page: PageData): boolean {
  return page.embedOrigins === null && ['practice', 'times', 'privacy', 'verify'].includes(page.kind);
}

function titleOf(page: PageData): string {
  switch (page.kind) {
    case 'practice':
      return $localize`:@@head.practice:Premier échange – ${page.practice.name}:practice:`;
    case 'times':
      return $localize`:@@head.times:Premier échange avec ${page.supervisor?.name ?? page.practice.name}:who: – ${page.practice.name}:practice:`;
    case 'manage':
      return $localize`:@@head.manage:Votre premier échange – ${page.call.practice.name}:practice:`;
    case 'erased':
      return $localize`:@@head.erased:Vos données sont effacées – ${page.practice.name}:practice:`;
    case 'privacy':
      return $localize`:@@head.privacy:Confidentialité et mentions légales – ${page.practice.name}:practice:`;
    case 'verify':
      return $localize`:@@head.verify:Vérifier un contrat – Visavis`;
    case 'problem':
      return page.reason === 'not-found'
        ? $localize`:@@head.not-found:Page introuvable`
        : $localize`:@@head.problem:Un instant`;
  }
}

function linkLanguages(page: PageData, document: Document): void {
  const add = (rel: string, path: string, hreflang?: string) => {
    const link = document.createElement('link');
    link.setAttribute('rel', rel);
    link.setAttribute('href', page.publicUrl + path);
    if (hreflang) link.setAttribute('hreflang', hreflang);
    document.head.appendChild(link);
  };
  add('canonical', page.path);
  for (const language of page.languages)
    add('alternate', page.path.replace(/^\/(fr|en)/, `/${language}`), language);
}
