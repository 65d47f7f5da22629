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

const LINK = new RegExp(`http\\S+/invitation/${PRACTICE.slug}/[\\w-]+#[\\w-]+`);

/** Invited by the owner of the practice, somebody new opens an account through the link in the letter. */
export async function joinPractice(page: Page, { password, ...invited }: Newcomer): Promise<void> {
  const owner = await SupervisorClient.signIn(ALIX);
  await owner.send('POST', '/api/invitations', invited);
  const words = WORDS[invited.language];
  await page.goto(await linkTo(invited.email, LINK));
  await page.getByLabel(words.name).fill(invited.name);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole('button', { name: words.open }).click();
}
