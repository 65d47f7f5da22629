import { TestBed } from '@angular/core/testing';
import type { LetterReply } from '@visavis/booking';
import { LetterList } from './letter-list';

function aLetter(given: Partial<LetterReply> = {}): LetterReply {
  const dueAt = Date.parse('2026-11-26T09:30:00Z');
  return {
    id: 'l1',
    kind: 'confirmation',
    recipient: 'visitor',
    state: 'sent',
    dueAt,
    sentAt: dueAt,
    attempts: 1,
    failure: null,
    ...given,
  };
}

async function show(...letters: LetterReply[]) {
  const fixture = TestBed.createComponent(LetterList);
  fixture.componentRef.setInput('letters', letters);
  fixture.componentRef.setInput('zone', 'Europe/Paris');
  await fixture.whenStable();
  const again: string[] = [];
  fixture.componentInstance.sentAgain.subscribe((id) => again.push(id));
  return { element: fixture.nativeElement as HTMLElement, again };
}

describe('the letters about an appointment', () => {
  it('stand in the order they are due, each with its state', async () => {
    const later = aLetter({
      id: 'l2',
      kind: 'reminder-1h',
      state: 'planned',
      sentAt: null,
      dueAt: Date.parse('2026-11-27T09:30:00Z'),
    });
    const { element } = await show(later, aLetter());
    const rows = [...element.querySelectorAll('li')].map((row) =>
      ['.what', '.state'].map((part) => row.querySelector(part)?.textContent?.replace(/\s+/g, ' ').trim()),
    );
    expect(rows).toEqual([
      ['Confirmation à la personne', 'envoyé, jeudi 26 novembre, 10 h 30'],
      ['Rappel une heure avant à la personne', 'prévu, vendredi 27 novembre, 10 h 30'],
    ]);
    expect(element.querySelector('button')).toBeNull();
  });

  it('can be sent again when one failed, and say why', async () => {
    const { element, again } = await show(
      aLetter({ state: 'failed', attempts: 5, failure: 'mailbox-unknown' }),
    );
    expect(element.textContent).toContain('ne connaît pas cette adresse');
    element.querySelector('button')?.click();
    expect(again).toEqual(['l1']);
  });

  it.each([
    ['refused-552', 'l’a refusé (552)'],
    ['smtp-failed', 'n’a pas dit pourquoi'],
    ['address-unusable', 'ne peut pas recevoir'],
  ])('say %s in words, never by its code', async (failure, words) => {
    const { element } = await show(aLetter({ state: 'failed', failure }));
    expect(element.textContent).toContain(words);
    expect(element.textContent).not.toContain(failure);
  });

  it('say what keeps them while they are tried again', async () => {
    const { element } = await show(aLetter({ state: 'planned', sentAt: null, failure: 'smtp-later-451' }));
    expect(element.textContent).toContain('a demandé d’attendre (451). Nouvel essai bientôt.');
  });
});
