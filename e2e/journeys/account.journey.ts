import { expect, test, type Page } from '@playwright/test';
import { totpCode } from '../../apps/launch/src/totp-code.ts';
import { findBarriers } from '../support/find-barriers.ts';
import { lettersTo } from '../support/letters.ts';
import { LOU } from '../support/people.ts';
import { runningProduct } from '../support/product.ts';
import { signIn } from '../support/sign-in.ts';
import { addVirtualAuthenticator, withoutSuggestions } from '../support/virtual-authenticator.ts';
import { watchPage, type Watch } from '../support/watch-page.ts';

const { url } = runningProduct();
const NEW_PASSWORD = 'passerelle tilleul minuit lanterne';

let recoveryCodes: string[] = [];
let watch: Watch;

// One account, one journey: each step finds what the one before left.
test.describe.configure({ mode: 'serial' });

test.beforeEach(({ page }) => {
  watch = watchPage(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('signs in with a password and the code of an authenticator', async ({ page }) => {
    await givePassword(page, LOU.password);
    const heading = page.getByRole('heading', { name: 'Une vérification de plus' });
    await expect(heading).toBeFocused();
    expect.soft(await findBarriers(page), 'second factor').toEqual([]);
    await page.getByLabel('Code à six chiffres').fill('000000');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
    await expect(page.getByLabel('Code à six chiffres')).toHaveValue('000000');
    await giveTotp(page);
    await expect(page).toHaveURL(/\/week/);
    expect(watch.foreign).toEqual([]);
  });
});

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('adds a passkey after a code by e-mail, keeps recovery codes, and signs in with the passkey alone', async ({
    page,
  }) => {
    await addVirtualAuthenticator(page);
    await signIn(page, LOU);
    await withoutSuggestions(page);
    await page.getByRole('link', { name: 'Mon compte' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mon compte');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès…' }).click();
    await page.getByLabel('Nom de cette clé').fill('Clé du parcours');
    await page.getByRole('button', { name: 'Créer la clé d’accès' }).click();

    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Confirmez que c’est bien vous');
    expect.soft(await findBarriers(page), 'proof').toEqual([]);
    await dialog.getByRole('button', { name: 'Recevoir un code par e-mail' }).click();
    const code = dialog.getByLabel('Code à six chiffres');
    await expect(code).toBeFocused();
    await code.fill(await newestCode(/code de confirmation/));
    await dialog.getByRole('button', { name: 'Confirmer', exact: true }).click();
    await expect(dialog).toBeHidden();
    const keys = page.getByRole('list', { name: 'Clés d’accès' });
    await expect(keys).toContainText('Clé du parcours');

    await page.getByRole('button', { name: 'Faire dix nouveaux codes…' }).click();
    const codes = page.getByRole('list', { name: 'Codes de secours' });
    await expect(codes.getByRole('listitem')).toHaveCount(10);
    recoveryCodes = await codes.getByRole('listitem').allTextContents();
    expect.soft(await findBarriers(page), 'account').toEqual([]);
    await expect(page.getByRole('button', { name: 'Continuer' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByLabel(/Je les ai gardés/).check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByText('Il vous en reste 10 sur dix.')).toBeVisible();

    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await expect(page).toHaveURL(/\/week/);
    expect(watch.foreign).toEqual([]);
    expect(watch.complaints.filter((line) => !/40[13]/.test(line))).toEqual([]);
  });

  test('chooses a new password through the letter, and comes in with it and a recovery code', async ({
    page,
  }) => {
    await page.goto(`${url}/app/fr/sign-in`);
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click();
    // Both pages have a field for the address.
    await expect(page.getByRole('button', { name: 'Recevoir le lien' })).toBeVisible();
    expect.soft(await findBarriers(page), 'forgotten password').toEqual([]);
    await page.getByLabel('Adresse e-mail').fill(LOU.email);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(page.getByRole('heading', { name: 'Regardez votre boîte' })).toBeFocused();

    await page.goto(await resetLink());
    const password = page.getByLabel('Nouveau mot de passe');
    await password.fill('court');
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await expect(page.getByText('Encore 7 caractères au moins.')).toBeVisible();
    await password.fill(NEW_PASSWORD);
    expect.soft(await findBarriers(page), 'new password').toEqual([]);
    const link = page.url();
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeFocused();

    await page.goto(link);
    await page.getByLabel('Nouveau mot de passe').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click();
    await expect(page.getByRole('heading', { name: 'Ce lien ne vaut plus' })).toBeVisible();

    await givePassword(page, NEW_PASSWORD);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await page.getByLabel('Code de secours').fill(recoveryCodes[0]!.toLowerCase());
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveURL(/\/week/);
  });

  test('signs in again in place, with everything typed still there', async ({ page }) => {
    await givePassword(page, NEW_PASSWORD);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await page.getByLabel('Code de secours').fill(recoveryCodes[1]!);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page).toHaveURL(/\/week/);
    await page.getByRole('link', { name: 'Mon compte' }).click();
    await page.getByLabel('Nom', { exact: true }).fill('Lou Nouvelle');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Votre session est terminée');
    await expect(dialog.getByLabel('Adresse e-mail')).toHaveValue(LOU.email);
    await dialog.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD);
    await dialog.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await dialog.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    expect.soft(await findBarriers(page), 'signing in again').toEqual([]);
    await dialog.getByLabel('Code de secours').fill(recoveryCodes[2]!);
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('visavis-own-name').getByText('Enregistré')).toBeVisible();
    await expect(page.getByText('Lou Nouvelle').first()).toBeVisible();
  });
});

async function givePassword(page: Page, password: string): Promise<void> {
  await page.goto(`${url}/app/fr/`);
  await page.getByLabel('Adresse e-mail').fill(LOU.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Une vérification de plus' })).toBeVisible();
}

/** A code opens once, and the one of this half minute may have been used to start the journeys: the next counts. */
async function giveTotp(page: Page): Promise<void> {
  await page.getByLabel('Code à six chiffres').fill(totpCode(LOU.totpSecret, Date.now() + 30_000));
  await page.getByRole('button', { name: 'Continuer' }).click();
}

async function newestCode(subject: RegExp): Promise<string> {
  await expect
    .poll(async () => (await lettersTo(LOU.email, 1)).some((letter) => subject.test(letter.subject)), {
      timeout: 15_000,
    })
    .toBe(true);
  const letters = (await lettersTo(LOU.email, 1)).filter((letter) => subject.test(letter.subject));
  return /\b\d{6}\b/.exec(letters.at(-1)!.text)![0];
}

async function resetLink(): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const texts = (await lettersTo(LOU.email, 1)).map(({ text }) => text);
        link = /http\S+\/new-password\/[\w-]+\/[\w-]+/.exec(texts.join('\n'))?.[0];
        return link;
      },
      { timeout: 15_000 },
    )
    .toBeTruthy();
  return link!;
}
