import { expect, test, type Page } from '@playwright/test';
import { findBarriers } from '../support/find-barriers.ts';
import { lettersTo } from '../support/letters.ts';
import { ALIX, PRACTICE } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';
import { watchPage } from '../support/watch-page.ts';

const { url } = runningProduct();
const NADIA = {
  name: 'Nadia Fictive',
  email: 'nadia@parcours.example.org',
  password: 'quatre mots sans rapport',
};

// One practice, one journey: each step finds what the one before left.
test.describe.configure({ mode: 'serial' });

test('invites a coach, who opens an account on a phone and comes straight in', async ({ page, browser }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, ALIX);
  await page.getByRole('link', { name: 'Personnes' }).click();
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog.getByText('À remplir.').first()).toBeVisible();
  await dialog.getByLabel('Nom', { exact: true }).fill('Nadia');
  await dialog.getByLabel('Adresse e-mail').fill(NADIA.email);
  expect.soft(await findBarriers(page), 'invite').toEqual([]);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Invitations en attente' })).toContainText(NADIA.email);

  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  const invited = await phone.newPage();
  const watch = watchPage(invited);
  const link = await invitationLink();
  await invited.goto(link);
  await expect(invited.getByText(PRACTICE.name)).toBeVisible();
  expect.soft(await findBarriers(invited), 'invitation').toEqual([]);
  await invited.getByLabel('Votre nom').fill(NADIA.name);
  await invited.getByLabel('Mot de passe à choisir').fill(NADIA.password);
  await invited.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await expect(invited.getByRole('button', { name: 'Ouvrir le menu' })).toBeVisible();
  await invited.getByRole('button', { name: 'Ouvrir le menu' }).click();
  await expect(invited.getByRole('link', { name: 'Mon compte' })).toBeVisible();
  await expect(invited.getByRole('link', { name: 'Disponibilités' })).toHaveCount(0);
  await invited.goto(`${url}/app/fr/members`);
  await expect(invited.getByRole('heading', { level: 1 })).toHaveText('Page introuvable');
  expect(watch.foreign).toEqual([]);

  await phone.clearCookies();
  await invited.goto('about:blank');
  await invited.goto(link);
  await expect(invited.getByRole('heading', { name: 'Cette invitation ne vaut plus' })).toBeVisible();
  await phone.close();

  await page.reload();
  const members = page.getByRole('region', { name: 'Membres' });
  await members.getByLabel('Chercher un nom ou une adresse').fill('nadia');
  await expect(members.getByText('Une personne', { exact: true })).toBeVisible();
  await expect(members.getByRole('listitem')).toContainText(NADIA.name);
});

test('is told why the last owner stays, and takes an access away and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, ALIX);
  await page.goto(`${url}/app/fr/members`);
  await page.getByRole('button', { name: `Modifier ${ALIX.name}` }).click();
  const dialog = page.getByRole('dialog').first();
  await expect(dialog).toContainText('C’est la seule personne propriétaire');
  expect.soft(await findBarriers(page), 'member').toEqual([]);
  await dialog.getByRole('button', { name: 'Fermer' }).click();

  await page.getByRole('button', { name: `Modifier ${NADIA.name}` }).click();
  await page.getByRole('button', { name: 'Désactiver l’accès…' }).click();
  await page.getByRole('button', { name: 'Désactiver l’accès', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: NADIA.email });
  await expect(row).toContainText('Désactivé');
  await page.getByRole('button', { name: `Modifier ${NADIA.name}` }).click();
  await page.getByRole('button', { name: 'Rendre l’accès' }).click();
  await expect(row).not.toContainText('Désactivé');

  await page.getByRole('link', { name: 'Historique' }).click();
  await expect(page.getByText(`${ALIX.name} a désactivé l’accès d’une personne`)).toBeVisible();
  await page.getByLabel('Quoi').selectOption({ label: '… a invité une personne' });
  // Others invite people as well.
  await expect(page.getByText(`${ALIX.name} a invité une personne`).first()).toBeVisible();
  await expect(page.getByText(/a désactivé l’accès d’une personne/).locator('visible=true')).toHaveCount(0);
});

test('gives the practice a face, and keeps what was typed when something is wrong', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, ALIX);
  await page.goto(`${url}/app/fr/practice`);
  await page.getByRole('radio', { name: 'Prune' }).check();
  await expect(page.getByRole('img', { name: 'Aperçu de la page en Prune' })).toBeVisible();
  await page.getByLabel('Devise, en français (facultatif)').fill('Face à face');
  await page.getByLabel('SIREN (facultatif)').fill('732 829 321');
  await expect(page.getByText('Ces chiffres ne forment pas un SIREN.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Corrigez ce qui est signalé')).toBeVisible();
  await page.getByLabel('SIREN (facultatif)').fill('732 829 320');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Tout est enregistré')).toBeVisible();
  await expect(page.getByText(/Premiers échanges sans suite.*rien à effacer/)).toBeVisible();
  expect.soft(await findBarriers(page), 'practice').toEqual([]);
  await page.reload();
  await expect(page.getByLabel('Devise, en français (facultatif)')).toHaveValue('Face à face');
  await expect(page.getByRole('radio', { name: 'Prune' })).toBeChecked();
  await thinkAgain(page);
});

/** Whoever does not show that it is them changes nothing. */
async function thinkAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Effacer le cabinet…' }).click();
  const question = page.getByRole('dialog');
  const yes = question.getByRole('button', { name: 'Demander l’effacement' });
  await expect(yes).toHaveAttribute('aria-disabled', 'true');
  await question.getByLabel('Le nom du cabinet, pour confirmer').fill(PRACTICE.name);
  await yes.click();
  const proof = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
  await proof.getByRole('button', { name: 'Ne pas continuer' }).click();
  await expect(page.getByText('Confirmez d’abord que c’est bien vous')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Effacer le cabinet…' })).toBeVisible();
}

async function invitationLink(): Promise<string> {
  const [letter] = await lettersTo(NADIA.email, 1);
  const link = /http\S+\/invitation\/[\w-]+\/[\w-]+#[\w-]+/.exec(letter!.text)?.[0];
  if (!link) throw new Error(`no link in the letter to ${NADIA.email}: ${letter!.text}`);
  return link;
}
