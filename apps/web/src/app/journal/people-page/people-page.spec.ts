import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { startFree } from '@visavis/journal';
import { aStored, AVault, provideVault } from '../testing/a-vault';
import { today } from '../today';
import { PeoplePage } from './people-page';

let vault: AVault;
let fixture: ComponentFixture<PeoplePage>;
const page = () => fixture.nativeElement as HTMLElement;

async function press(name: string): Promise<void> {
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)!.click();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
}

describe('who can read', () => {
  it('lists what new keys took from its readers, to be shared again or let go', async () => {
    vault = new AVault();
    vault.entries.set([
      aStored('1', { ...startFree(today()), answers: { date: today(), title: 'Glycine' } }),
      aStored('2', startFree(today())),
    ]);
    vault.before = [{ id: '1', userId: 'helene' }];
    TestBed.configureTestingModule({
      providers: [provideVault(vault), provideRouter([{ path: '**', children: [] }])],
    });
    fixture = TestBed.createComponent(PeoplePage);
    await fixture.whenStable();
    const listed = () => [...page().querySelectorAll('.before a')].map(({ textContent }) => textContent);
    expect(listed()).toEqual(['Glycine']);
    await press('Partager à nouveau…');
    expect(document.querySelector('mat-dialog-container')).not.toBeNull();
    await press('Ne plus partager');
    expect(page().querySelector('.before')).toBeNull();
    expect(vault.before).toEqual([]);
  });
});
