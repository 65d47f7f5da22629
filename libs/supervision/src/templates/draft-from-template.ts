import type { ContractDraft } from '../contract-draft';
import type { TemplateReply } from '../template-wire';

/** What is known about the people before anything is written. */
export interface KnownFacts {
  readonly timeZone: string;
  readonly supervisor: { readonly name: string; readonly email: string };
  readonly coach: { readonly name: string; readonly email: string };
  readonly controller: string;
  /** Words the coach left when booking the first call. */
  readonly wish: string | null;
}

/** The first draft: the template's clauses and figures, and who the two are. */
export function draftFromTemplate(
  template: Pick<TemplateReply, 'language' | 'clauses' | 'defaults'>,
  known: KnownFacts,
): ContractDraft {
  const { defaults, clauses, language } = template;
  return {
    ...defaults,
    language,
    timeZone: known.timeZone,
    parties: {
      supervisor: { ...defaults.parties?.supervisor, ...known.supervisor },
      coach: { capacity: 'professional', ...defaults.parties?.coach, ...known.coach },
    },
    purpose: { ...defaults.purpose, ...(known.wish?.trim() && { text: known.wish.trim() }) },
    dataProtection: {
      controller: known.controller,
      rightsContact: known.supervisor.email,
      ...defaults.dataProtection,
    },
    clauses,
  };
}
