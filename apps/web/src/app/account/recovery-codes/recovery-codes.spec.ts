import { TestBed } from '@angular/core/testing';
import { RecoveryCodes } from './recovery-codes';

describe('recovery codes', () => {
  it('let nobody go on who has not said that they are kept', async () => {
    const page = TestBed.createComponent(RecoveryCodes);
    page.componentRef.setInput('codes', ['ABCDE-FGHJK', 'LMNPQ-RSTUV']);
    let kept = 0;
    page.componentInstance.kept.subscribe(() => kept++);
    await page.whenStable();
    const host = page.nativeElement as HTMLElement;
    expect(host.querySelectorAll('code')).toHaveLength(2);
    const goOn = [...host.querySelectorAll('button')].at(-1)!;
    goOn.click();
    expect(kept).toBe(0);
    host.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await page.whenStable();
    goOn.click();
    expect(kept).toBe(1);
  });
});
