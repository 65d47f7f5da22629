import { TestBed } from '@angular/core/testing';
import type { ContractLettersReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { aContract } from '../../testing/a-contract';
import { aServer } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { ContractLetters } from './contract-letters';

type Letter = ContractLettersReply['letters'][number];
const letter = (more: Partial<Letter>): Letter => ({
  id: 'l1',
  kind: 'contract-proposed',
  to: 'coach',
  versionNumber: 1,
  state: 'sent',
  plannedAt: Date.parse('2026-11-27T09:00:00Z'),
  sentAt: Date.parse('2026-11-27T09:00:05Z'),
  failure: null,
  ...more,
});
const failed = letter({
  id: 'l2',
  kind: 'contract-copy',
  state: 'failed',
  sentAt: null,
  failure: 'mailbox-unknown',
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

async function open(
  mine: 'coach' | 'supervisor',
  letters: Letter[],
  again: () => [number, object] = () => [500, {}],
) {
  const asked: string[] = [];
  aServer({
    'GET /api/contracts/c1/letters': () => [200, { letters }],
    'POST /api/contracts/c1/letters/l2/send-again': () => {
      asked.push('l2');
      return again();
    },
  });
  TestBed.inject(Session).begin(aSession());
  const fixture = TestBed.createComponent(ContractLetters);
  fixture.componentRef.setInput('contract', aContract({ mine }));
  await settle();
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async () => {
    element.querySelector<HTMLButtonElement>('button')?.click();
    await settle();
    await fixture.whenStable();
  };
  return { element, press, asked };
}

describe('the e-mails about a contract', () => {
  it('are listed with what each says, to whom, and where it is', async () => {
    const { element } = await open('supervisor', [letter({})]);
    expect(element.textContent).toMatch(/Contrat proposé\s+à \S.*envoyé, /s);
    expect(element.querySelector('details')?.open).toBe(false);
    expect(element.querySelector('button')).toBeNull();
  });

  it('that failed stand open, and one leaves again at a press', async () => {
    const { element, press, asked } = await open('supervisor', [failed], () => [
      200,
      { letters: [{ ...failed, state: 'planned', failure: null }] },
    ]);
    expect(element.querySelector('details')?.open).toBe(true);
    expect(element.textContent).toContain('Cet e-mail n’est pas parti.');
    await press();
    expect(asked).toEqual(['l2']);
    expect(element.textContent).toContain('prévu');
    expect(element.querySelector('button')).toBeNull();
  });

  it('keep their place and say why when sending again is refused', async () => {
    const { element, press } = await open('supervisor', [failed], () => [
      409,
      { type: 'urn:visavis:changed-meanwhile', title: 'x', status: 409, reason: 'changed-meanwhile' },
    ]);
    await press();
    expect(element.querySelector('[role=alert]')?.textContent).not.toBe('');
    expect(element.textContent).toContain('Cet e-mail n’est pas parti.');
  });

  it('are sent again by the supervisor, not by the coach', async () => {
    const { element } = await open('coach', [failed]);
    expect(element.textContent).toContain('Cet e-mail n’est pas parti.');
    expect(element.querySelector('button')).toBeNull();
  });

  it('take no room when there are none', async () => {
    expect((await open('coach', [])).element.textContent?.trim()).toBe('');
  });
});
