import { expect, type Page } from '@playwright/test';

const DAY = 86_400_000;

/** What a coach writes of a bid that was lost eleven days ago. */
export interface LostBid {
  readonly alias: string;
  readonly brief: string;
  readonly camera: string;
}

/** From the first button of an empty journal to the sealed cold review. */
export async function writeLostBid(page: Page, { alias, brief, camera }: LostBid): Promise<void> {
  await page.getByRole('button', { name: /Je reviens sur une offre passée/ }).click();
  await goTo(page, 'Avant la décision');
  await page.getByLabel('Quel nom de code donnez-vous à cette opportunité').fill(alias);
  await page.getByLabel('Qu’a demandé le prescripteur').fill(brief);
  await page.getByLabel('J’ouvre par étapes').check();

  await goTo(page, 'La décision');
  await page.getByLabel('Non retenue').check();
  await page.getByLabel('Quand l’avez-vous su').fill(daysAgo(11));
  await page.locator('summary', { hasText: 'facultatives' }).first().click();
  await page.getByLabel('Prix', { exact: true }).first().check();
  await page.getByRole('button', { name: 'Sceller ma raison' }).click();
  await page
    .getByLabel('Qu’ont-ils dit, avec leurs mots')
    .fill('Vous étiez la plus juste, et la plus chère.');

  await goTo(page, 'À froid');
  await page.getByLabel('Qu’aurait enregistré une caméra').fill(camera);
  const points = page.getByRole('group', { name: /Répartissez 100 points/ });
  await points.getByLabel('Proposition trop habile, effrayante (moi)', { exact: true }).fill('60');
  const unknown = points.getByRole('textbox', { name: 'Je ne sais pas' });
  await unknown.fill('40');
  await unknown.press('Tab');
  await expect(points.getByRole('status')).toHaveText('Les 100 points sont répartis');
  await page
    .getByLabel('Remplacez « mériter » par « s’accorder »')
    .fill('Leur hâte et ma lenteur ne se sont pas accordées.');
  await page.getByLabel('Qu’avez-vous bien fait').fill('J’ai nommé le besoin sans le défendre.');
  const trial = page.getByRole('group', { name: /Une seule chose à essayer/ });
  await trial.getByRole('textbox').first().fill('Quand on me demande un prix');
  await trial.getByRole('textbox').nth(1).fill('alors je demande ce qui le rendrait juste');
  await page.getByRole('button', { name: 'Sceller le regard à froid' }).click();
  await expect(page.getByText(/Scellé le/).first()).toBeVisible();
  await confirmed(page);
}

/** Everything typed is with the server, sealed. */
export async function confirmed(page: Page): Promise<void> {
  await expect(page.getByText('Chiffré et confirmé par le serveur')).toBeVisible({ timeout: 15_000 });
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Étapes de l’entrée' })
    .getByRole('button', { name: place, exact: true })
    .click();
}

/** `YYYY-MM-DD`, as long ago in Paris. */
function daysAgo(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() - days * DAY);
}
