import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { AVault, provideVault } from '../testing/a-vault';
import type { Person } from '../vault/vault-types';
import { ShareEntryDialog } from './share-entry-dialog';

const helene: Person = {
  userId: 'h',
  name: 'Hélène Fictive',
  role: 'supervisor',
  contractId: 'c',
  hasVault: true,
  words: ['abaisser', 'abandon'],
  pin: 'unverified',
};
let vault: AVault;
let fixture: ComponentFixture<ShareEntryDialog>;
let closed: unknown[];
const page = () => fixture.nativeElement as HTMLElement;
const button = (name: string) =>
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))!;

async function open(person: Partial<Person>): Promise<void> {
  vault = new AVault();
  vault.people.set([{ ...helene, ...person }]);
  closed = [];
  TestBed.configureTestingModule({
    providers: [
      provideVault(vault),
      { provide: MAT_DIALOG_DATA, useValue: 'entry' },
      { provide: MatDialogRef, useValue: { close: (name: unknown) => closed.push(name) } },
    ],
  });
  fixture = TestBed.createComponent(ShareEntryDialog);
  await fixture.whenStable();
}
async function press(name: string): Promise<void> {
  button(name).click();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}

describe('sharing an entry', () => {
  it('waits until the reader’s ten words were heard, and says that words on a screen prove nothing', async () => {
    await open({});
    await press('Partager cette entrée');
    expect(vault.done).toEqual([]);
    await press('Vérifier maintenant');
    expect(page().textContent).toContain('ne vérifient rien');
    await press('J’ai entendu ces dix mots');
    await press('Partager cette entrée');
    expect(vault.done).toEqual(['share entry h']);
    expect(closed).toEqual(['Hélène Fictive']);
  });

  it('is blocked again once the reader’s key has changed', async () => {
    await open({ pin: 'changed' });
    expect(
      button('Partager cette entrée').ariaDisabled ??
        button('Partager cette entrée').getAttribute('aria-disabled'),
    ).toBe('true');
    expect(page().textContent).toContain('vérifié Hélène Fictive de vive voix');
  });

  it('says who will read, what later edits mean, and what revoking does not do', async () => {
    await open({ pin: 'verified' });
    expect(page().textContent).toContain('Hélène Fictive lira le texte d’aujourd’hui');
    expect(page().textContent).toContain('tant que le partage dure');
    expect(page().textContent).toContain('Cela n’efface pas ce qui a déjà été lu.');
  });

  it('cannot seal for somebody who has no vault', async () => {
    await open({ hasVault: false, words: [] });
    await press('Partager cette entrée');
    expect(vault.done).toEqual([]);
    expect(page().textContent).toContain('n’a pas encore ouvert de coffre');
  });
});
