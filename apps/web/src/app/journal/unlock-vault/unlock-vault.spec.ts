import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AVault, provideVault } from '../testing/a-vault';
import { UnlockVault } from './unlock-vault';

describe('unlocking', () => {
  it('has the entries set out with the first letter of the key, once, and not for somebody who only looks', async () => {
    const vault = new AVault();
    TestBed.configureTestingModule({ providers: [provideVault(vault), provideRouter([])] });
    const fixture = TestBed.createComponent(UnlockVault);
    await fixture.whenStable();
    expect(vault.fetchedAhead).toBe(0);
    const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    for (const typed of ['a', 'ab']) {
      input.value = typed;
      input.dispatchEvent(new Event('input'));
    }
    expect(vault.fetchedAhead).toBe(1);
  });
});
