import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Refused } from '../../shell/refused';
import { ActDialog, type Act } from './act-dialog';

function open(act: Act['act']) {
  const closed: unknown[] = [];
  const data: Act = {
    title: 'Refuser',
    says: ['Rien ne sera signé.'],
    fields: [{ name: 'reason', kind: 'long', label: 'Pourquoi' }],
    yes: 'Refuser le contrat',
    no: 'Ne pas refuser',
    act,
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: MAT_DIALOG_DATA, useValue: data },
      { provide: MatDialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
    ],
  });
  const fixture = TestBed.createComponent(ActDialog);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  return {
    closed,
    page,
    field: () => page.querySelector('textarea')!,
    async submit(typed: string) {
      const field = page.querySelector('textarea')!;
      field.value = typed;
      field.dispatchEvent(new Event('input'));
      page.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    },
  };
}

describe('an act that is asked for', () => {
  it('is done with what was typed, and closes', async () => {
    const done: unknown[] = [];
    const dialog = open(async (typed) => void done.push(typed));
    await dialog.submit('Trop cher');
    expect(done).toEqual([{ reason: 'Trop cher' }]);
    expect(dialog.closed).toEqual([true]);
  });

  it('is not done without what it needs, and points at it', async () => {
    const dialog = open(() => Promise.reject(new Error('must not be asked')));
    await dialog.submit('  ');
    expect(dialog.page.querySelector('.wrong')?.textContent).toBe('À remplir.');
    expect(document.activeElement).toBe(dialog.field());
    expect(dialog.closed).toEqual([]);
  });

  it('keeps what was typed when the server says no, and says why', async () => {
    const dialog = open(() => Promise.reject(new Refused('wrong-state', { fields: { reason: 'too-long' } })));
    await dialog.submit('Parce que');
    expect(dialog.field().value).toBe('Parce que');
    expect(dialog.page.querySelector('[role=alert]')?.textContent).toContain('n’en est plus là');
    expect(dialog.page.querySelector('.wrong')?.textContent).toBe('Trop long.');
    expect(dialog.closed).toEqual([]);
  });
});
