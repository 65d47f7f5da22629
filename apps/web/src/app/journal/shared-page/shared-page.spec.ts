import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { startPastBid, writeAnswer } from '@visavis/journal';
import { DAY } from '@visavis/kernel';
import { SessionClient } from '../../supervision/session-client';
import { AVault, provideVault } from '../testing/a-vault';
import type { SharedEntry } from '../vault/vault-types';
import { SharedPage } from './shared-page';

let fixture: ComponentFixture<SharedPage>;
const page = () => fixture.nativeElement as HTMLElement;
const now = Date.now();

function shared(id: string, sharedAt: number): SharedEntry {
  const entry = writeAnswer(startPastBid('2026-11-01'), 'alias', id);
  return {
    id,
    ownerId: 'm',
    ownerName: 'Marc Fictif',
    entry,
    trouble: null,
    pin: 'verified',
    rev: 1,
    sharedAt,
    savedAt: sharedAt,
    comments: 0,
  };
}

async function open(list: () => Promise<unknown>): Promise<void> {
  const vault = new AVault();
  vault.shared.set([shared('Tilleul', now - DAY), shared('Saule', now - 20 * DAY)]);
  vault.people.set([
    {
      userId: 'm',
      name: 'Marc Fictif',
      role: 'coach',
      contractId: 'c',
      hasVault: true,
      words: [],
      pin: 'verified',
    },
  ]);
  TestBed.configureTestingModule({
    providers: [provideVault(vault), provideRouter([]), { provide: SessionClient, useValue: { list } }],
  });
  fixture = TestBed.createComponent(SharedPage);
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await fixture.whenStable();
  }
}

const lists = () => [...page().querySelectorAll('section ul')].map(({ textContent }) => textContent ?? '');

describe('what others share', () => {
  it('is on the agenda of the next session from the last one on, and stands apart afterwards', async () => {
    await open(async () => [
      { state: 'took-place', start: now - 10 * DAY },
      { state: 'cancelled-in-time', start: now - DAY / 2 },
      { state: 'planned', start: now + 7 * DAY },
      { state: 'planned', start: now + 3 * DAY },
    ]);
    expect(page().querySelector('h2')?.textContent).toBe('Marc Fictif');
    expect(lists()).toHaveLength(2);
    expect(lists()[0]).toContain('Tilleul');
    expect(lists()[1]).toContain('Saule');
    expect(page().textContent).toContain('À l’ordre du jour de votre prochaine séance,');
    expect(page().textContent).toContain('Apportées avant la dernière séance');
  });

  it('is all there when nobody can be asked about sessions', async () => {
    await open(async () => {
      throw new Error('offline');
    });
    expect(lists()).toHaveLength(1);
    expect(lists()[0]).toContain('Saule');
    expect(page().textContent).not.toContain('prochaine séance,');
  });
});
