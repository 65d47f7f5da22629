import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../../shell/session';
import { aSession } from '../../testing/a-session';
import { AVault, provideVault } from '../testing/a-vault';
import { VaultRefused } from '../vault/vault-trouble';
import { OpenVault } from './open-vault';

let vault: AVault;
let fixture: ComponentFixture<OpenVault>;
const page = () => fixture.nativeElement as HTMLElement;
async function press(name: string): Promise<void> {
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name))!.click();
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
}

beforeEach(async () => {
  vault = new AVault();
  vault.state.set('none');
  TestBed.configureTestingModule({ providers: [provideVault(vault), provideRouter([])] });
  TestBed.inject(Session).begin(aSession());
  fixture = TestBed.createComponent(OpenVault);
  await fixture.whenStable();
});

describe('opening a vault', () => {
  it('says before anything else that a lost phrase is a lost journal', () => {
    expect(page().textContent).toContain('personne n’a de double, pas même nous');
  });

  it('shows the phrase, the code in seven groups and one’s own words, in no attribute', async () => {
    await press('Préparer mon coffre');
    expect(page().querySelectorAll('.words li')).toHaveLength(7);
    expect(page().querySelectorAll('.code span')).toHaveLength(7);
    const attributes = [...page().querySelectorAll('*')].flatMap((each) =>
      [...each.attributes].map(({ value }) => value),
    );
    expect(attributes.join(' ')).not.toMatch(/girafe|JKMN|abandon/);
  });

  it('asks for the phrase and two groups again, and says which word is wrong', async () => {
    await press('Préparer mon coffre');
    await press('Je l’ai gardé');
    expect(page().textContent).toContain('Groupe 2 du code');
    expect(page().textContent).toContain('Groupe 5 du code');
    expect(page().textContent).not.toContain('girafe');
    vault.refuses = new VaultRefused('words-differ', { position: 3 });
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Le mot 3');
    expect(vault.state()).toBe('none');
  });
});
