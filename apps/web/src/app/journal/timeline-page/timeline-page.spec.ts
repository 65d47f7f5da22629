import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { startFree, startPastBid, writeAnswer } from '@visavis/journal';
import { today } from '../today';
import { aStored, AVault, provideVault } from '../testing/a-vault';
import { TimelinePage } from './timeline-page';
import { loadQuestionWords } from '../question-words';

beforeAll(loadQuestionWords);

let vault: AVault;
let fixture: ComponentFixture<TimelinePage>;
const page = () => fixture.nativeElement as HTMLElement;

async function open(): Promise<void> {
  TestBed.configureTestingModule({
    providers: [provideVault(vault), provideRouter([{ path: '**', children: [] }])],
  });
  fixture = TestBed.createComponent(TimelinePage);
  await fixture.whenStable();
}
async function press(name: string): Promise<void> {
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))!.click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
}
beforeEach(() => {
  vault = new AVault();
});

describe('the journal', () => {
  it('offers the past first while it is empty, and leads to the new entry', async () => {
    await open();
    expect(page().querySelector('visavis-start-choices button')?.textContent).toContain(
      'Je reviens sur une offre passée',
    );
    await press('Je reviens sur une offre passée');
    expect(vault.begun).toMatchObject([{ kind: 'bid', fromMemory: true }]);
    expect(TestBed.inject(Router).url).toBe('/journal/begun');
  });

  it('never shows an entry that cannot be opened as an empty one', async () => {
    vault.entries.set([aStored('1', null, { trouble: 'signature-wrong' })]);
    await open();
    expect(page().querySelector('visavis-entry-list')?.textContent).toContain(
      'Entrée qui ne peut pas être ouverte',
    );
    expect(page().querySelector('.trouble')?.textContent).not.toBe('');
  });

  it('finds by tag what was tagged, and nothing of it stands in the address', async () => {
    const tagged = { ...startFree(today()), tags: ['équipe'] };
    vault.entries.set([aStored('1', tagged), aStored('2', startFree(today()))]);
    await open();
    page().querySelector<HTMLInputElement>('.tag input')!.click();
    await fixture.whenStable();
    expect(page().querySelectorAll('visavis-entry-list li')).toHaveLength(1);
    expect(TestBed.inject(Router).url).not.toContain('quipe');
  });

  it('shows what the search found, and the query stands in no address', async () => {
    vault.entries.set([aStored('1', startFree(today())), aStored('2', startFree(today()))]);
    await open();
    const box = page().querySelector<HTMLInputElement>('#sought')!;
    box.value = 'tilleul';
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(page().querySelectorAll('visavis-entry-list li')).toHaveLength(1);
    expect(TestBed.inject(Router).url).not.toContain('tilleul');
  });

  it('says that more may come while texts are still being indexed, and then finds it', async () => {
    vault.entries.set([aStored('1', startFree(today())), aStored('2', startFree(today()))]);
    vault.found = ['more to come', ['1']];
    await open();
    const box = page().querySelector<HTMLInputElement>('#sought')!;
    box.value = 'tilleul';
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const status = () => page().querySelector('[role=status]')?.textContent;
    expect(status()).toContain('la recherche continue');
    vault.whenIndexed.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(status()).toContain('Une entrée');
    expect(page().querySelectorAll('visavis-entry-list li')).toHaveLength(1);
  });

  it('draws a long journal by the hundred', async () => {
    const ids = Array.from({ length: 130 }, (_, at) => String(at));
    vault.entries.set(ids.map((id) => aStored(id, startFree(today()))));
    await open();
    expect(page().querySelector('[role=status]')?.textContent).toContain('130 entrées');
    expect(page().querySelectorAll('visavis-entry-list li')).toHaveLength(100);
    await press('Montrer la suite');
    expect(page().querySelectorAll('visavis-entry-list li')).toHaveLength(130);
    expect(page().textContent).not.toContain('Montrer la suite');
  });

  it('takes up what waits: a past bid whose cold review is due', async () => {
    const bid = writeAnswer(
      writeAnswer(startPastBid('2026-01-01'), 'outcome', 'lost'),
      'outcome_date',
      '2026-01-01',
    );
    vault.entries.set([aStored('1', writeAnswer(bid, 'alias', 'Tilleul'))]);
    await open();
    expect(page().querySelector('#waiting-title')?.parentElement?.textContent).toContain('Tilleul');
    expect(page().querySelector('.waiting')?.textContent).toContain('Regard à froid');
  });

  it('lays an old bid down, and takes that back; what was said before is said again', async () => {
    const decided = writeAnswer(
      writeAnswer(startPastBid('2026-01-01'), 'outcome', 'lost'),
      'outcome_date',
      '2026-01-01',
    );
    vault.entries.set([aStored('1', writeAnswer(decided, 'closed', 'closing'))]);
    const state = () => {
      const entry = vault.entries()[0]?.entry;
      return entry?.kind === 'bid' ? entry.answers.closed : undefined;
    };
    await open();
    expect(page().querySelector('visavis-open-loops a')?.getAttribute('href')).toBe('/journal/1');
    await press('Poser');
    expect(state()).toBe('closed');
    expect(page().querySelector('visavis-open-loops')).toBeNull();
    document.querySelector<HTMLButtonElement>('mat-snack-bar-container button')!.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fixture.whenStable();
    expect(state()).toBe('closing');
    expect(page().querySelector('visavis-open-loops')).not.toBeNull();
  });

  it('loads the fictitious journal and removes it without touching what is one’s own', async () => {
    await open();
    await press('journal d’exemple');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(vault.entries()).toHaveLength(40);
    await vault.save({ kind: 'entry', id: 'own', document: startFree(today()) });
    await fixture.whenStable();
    await press('Enlever l’exemple');
    [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')]
      .find(({ textContent }) => textContent?.includes('Enlever l’exemple'))!
      .click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(vault.entries().map(({ id }) => id)).toEqual(['own']);
  });
});
