import type { Page } from '@playwright/test';
import { linkTo } from './letters.ts';
import { ALIX, PRACTICE } from './people.ts';
import { SupervisorClient } from './supervisor-client.ts';

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly ('owner' | 'supervisor' | 'coach')[];
  readonly language: 'fr' | 'en';
}

const WORDS = {
  fr: { name: 'Votre nom', password: 'Mot de passe à choisir', open: 'Ouvrir mon compte' },
  en: { name: 'Your name', password: 'Password to choose', open: 'Open my account' },
};

/** Invited by the owner of a practice, somebody new opens an account through the link in the letter. */
export async function joinPractice(
  page: Page,
  { password, ...invited }: Newcomer,
  { slug }: { readonly slug: string } = PRACTICE,
  by = ALIX,
): Promise<void> {
  const owner = await SupervisorClient.signIn(by);
  await owner.send('POST', '/api/invitations', invited);
  const words = WORDS[invited.language];
  await page.goto(await linkTo(invited.email, new RegExp(`http\\S+/invitation/${slug}/[\\w-]+#[\\w-]+`)));
  await page.getByLabel(words.name).fill(invited.name);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole('button', { name: words.open }).click();
}
