import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { CancelCostReply, SessionReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { CancelSessionDialog, costWords } from './cancel-session-dialog';

const cost = (more: Partial<CancelCostReply> = {}): CancelCostReply => ({
  outcome: 'cancelled-in-time',
  netCents: 0,
  vatCents: 0,
  totalCents: 0,
  currency: 'EUR',
  settledBy: 'nothing',
  minutesUsed: 0,
  freeUntil: Date.parse('2026-12-01T09:00:00Z'),
  clause: { version: 2, title: 'Annulation', markdown: 'Quarante-huit heures avant.' },
  ...more,
});
const session = (more: Partial<SessionReply> = {}): SessionReply => ({
  id: 's1',
  contractId: 'c1',
  version: 2,
  appointmentId: 'a1',
  state: 'planned',
  start: Date.parse('2026-12-03T09:00:00Z'),
  end: Date.parse('2026-12-03T10:30:00Z'),
  sequence: 3,
  medium: 'video',
  place: '',
  seriesId: null,
  with: { supervisor: 'Hélène', coach: 'Nadia' },
  timeZone: 'Europe/Paris',
  billedMinutes: null,
  supervisionMinutes: null,
  canMove: true,
  cancelCost: cost(),
  ...more,
});
const late = cost({
  outcome: 'cancelled-late',
  settledBy: 'invoice',
  netCents: 15_000,
  vatCents: 3000,
  totalCents: 18_000,
});

describe('what cancelling costs', () => {
  it('is said for every way it is settled', () => {
    expect(costWords(cost())).toBe('Cette annulation ne coûte rien.');
    expect(costWords(late).replaceAll(/\s/g, ' ')).toBe(
      'Cette annulation coûte 180,00 €, dont 30,00 € de TVA.',
    );
    expect(costWords(cost({ settledBy: 'package', minutesUsed: 90, outcome: 'cancelled-late' }))).toContain(
      '1\u00a0h\u00a030 sont prises sur le forfait',
    );
    expect(costWords(cost({ outcome: 'cancelled-by-supervisor' }))).toContain('minutes sont rendues');
  });

  it('is shown anew when it has changed, with the word typed for the other still there', async () => {
    const server = aServer({
      'POST /api/sessions/s1/cancel': () => problem(409, 'cost-changed'),
      'GET /api/contracts/c1/sessions': () => [200, { sessions: [session({ cancelCost: late })] }],
    });
    const closed: unknown[] = [];
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: session() },
        { provide: MatDialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
      ],
    });
    TestBed.inject(Session).begin(aSession());
    const fixture = TestBed.createComponent(CancelSessionDialog);
    fixture.detectChanges();
    const dialog = fixture.nativeElement as HTMLElement;
    const note = dialog.querySelector('textarea')!;
    note.value = 'Empêchement';
    note.dispatchEvent(new Event('input'));
    expect(dialog.textContent).toContain('Quarante-huit heures avant.');
    dialog.querySelector('form')!.dispatchEvent(new Event('submit'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    fixture.detectChanges();

    expect(server.asked[0]?.body).toEqual({
      sequence: 3,
      shownTotalCents: 0,
      shownMinutesUsed: 0,
      reason: 'Empêchement',
    });
    expect(dialog.querySelector('[role=alert]')?.textContent).toContain('Rien n’est annulé');
    expect(dialog.querySelector('.cost')?.textContent).toContain('180,00');
    expect(dialog.querySelector('textarea')?.value).toBe('Empêchement');
    expect(closed).toEqual([]);
  });
});
