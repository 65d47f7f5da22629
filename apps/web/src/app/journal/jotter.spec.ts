import { Component, inject, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { startBid } from '@visavis/journal';
import { BidSheet } from './entry-page/bid-sheet/bid-sheet';
import { CommentList } from './entry-page/comment-list/comment-list';
import { EntryJotter } from './jotter';
import { AVault, provideVault } from './testing/a-vault';
import { VaultRefused } from './vault/vault-trouble';
import { loadQuestionWords } from './question-words';

beforeAll(loadQuestionWords);

@Component({
  imports: [BidSheet, CommentList],
  providers: [EntryJotter],
  template: `
    <visavis-bid-sheet [entry]="entry()" (written)="entry.set($event)" (sealed)="sealed = true" />
    <visavis-comment-list mayWrite [comments]="[]" />
  `,
})
class APage {
  readonly id = signal('e1');
  readonly entry = signal({
    ...startBid('2026-11-01', 0),
    answers: {
      alias: 'Tilleul',
      source: 'tender',
      brief_verbatim: 'vite',
      ethics_reserve: 2,
      ethics_autonomy: 3,
      ethics_parity: 3,
      stance: 'as_asked',
      alliance_pre: { goal: 4, way: 4, trust: 4 },
      p_win: 40,
      p_effect: 60,
      attachment: 5,
    },
  } as ReturnType<typeof startBid>);
  sealed = false;
  constructor() {
    inject(EntryJotter).follow(this.id);
  }
}

let vault: AVault;
let fixture: ComponentFixture<APage>;
const page = () => fixture.nativeElement as HTMLElement;
const brief = () => page().querySelector<HTMLTextAreaElement>('[id="field-brief_verbatim"]')!;
const comment = () => page().querySelector<HTMLTextAreaElement>('#new-comment')!;

/** As after reloading or unlocking: only what lies on the device is left. */
async function open(): Promise<void> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideVault(vault)] });
  fixture = TestBed.createComponent(APage);
  await fixture.whenStable();
}

async function type(into: HTMLTextAreaElement, text: string): Promise<void> {
  into.value = text;
  into.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

beforeEach(async () => {
  vault = new AVault();
  await open();
});

describe('what is typed and belongs to no entry yet', () => {
  it('a comment, is there again after reloading, until it is sent', async () => {
    await type(comment(), 'Qu’est-ce que sa montre');
    expect(page().textContent).toContain('Gardé sur cet appareil');
    await open();
    expect(comment().value).toBe('Qu’est-ce que sa montre');
    fixture.debugElement
      .query(({ componentInstance }) => componentInstance instanceof CommentList)
      .componentInstance.clear();
    await fixture.whenStable();
    expect(vault.jotted.get('e1')).toEqual({});
  });

  it('a text too long to be an answer, is there again, said to be wrong, and is not sealed in its former shape', async () => {
    const long = 'x'.repeat(4001);
    await type(brief(), long);
    await open();
    expect(brief().value).toBe(long);
    expect(page().querySelector('.wrong')?.textContent).not.toBe('');
    const seal = [...page().querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === 'Sceller mon pronostic',
    )!;
    seal.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.sealed).toBe(false);
    expect(page().querySelector('visavis-seal-box [role=alert]')?.textContent).toContain(
      'n’est pas encore une réponse',
    );
    await type(brief(), 'court');
    seal.click();
    expect(fixture.componentInstance.sealed).toBe(true);
    expect(vault.jotted.get('e1')).toEqual({});
  });

  it('does not follow to another entry, and says when the device keeps nothing', async () => {
    await type(comment(), 'un');
    fixture.componentInstance.id.set('e2');
    await fixture.whenStable();
    expect(comment().value).toBe('');
    vault.refuses = new VaultRefused('device-storage');
    await type(comment(), 'deux');
    await fixture.whenStable();
    expect(page().querySelector('visavis-comment-list [role=alert]')?.textContent).toContain(
      'ne laisse rien garder',
    );
  });
});
