import { ComponentFixture, TestBed } from '@angular/core/testing';
import type { WeekAppointment } from '@visavis/booking';
import { addDays } from '../../ui/local-date';
import { anAppointment } from '../../testing/an-appointment';
import type { MoveAsked } from './grid-gestures';
import { WeekGrid } from './week-grid';

const NOW = Date.parse('2026-11-25T09:00:00Z');
let fixture: ComponentFixture<WeekGrid>;
let moves: MoveAsked[];
let opened: WeekAppointment[];

async function show(...appointments: WeekAppointment[]): Promise<HTMLElement> {
  fixture = TestBed.createComponent(WeekGrid);
  fixture.componentRef.setInput('zone', 'Europe/Paris');
  fixture.componentRef.setInput(
    'dates',
    Array.from({ length: 7 }, (_, day) => addDays('2026-11-23', day)),
  );
  fixture.componentRef.setInput('appointments', appointments);
  fixture.componentRef.setInput('now', NOW);
  moves = [];
  opened = [];
  fixture.componentInstance.moveAsked.subscribe((move) => moves.push(move));
  fixture.componentInstance.opened.subscribe((appointment) => opened.push(appointment));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

async function press(button: HTMLElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    if (key === 'Enter') button.click();
    await fixture.whenStable();
  }
}

const buttonIn = (element: HTMLElement) => element.querySelector<HTMLButtonElement>('button.item') ?? fail();
const fail = (): never => {
  throw new Error('no appointment is shown');
};

describe('the week as a grid', () => {
  it('stands an appointment in the column of its day and says all of it', async () => {
    const element = await show(anAppointment({ letterFailed: true }));
    const day = element.querySelector('[data-date="2026-11-26"]');
    expect(day?.querySelector('button')?.textContent).toMatch(
      /Nadia Fictive.*10.h.30.*jeudi 26 novembre, Premier échange, Prévu, une lettre n’est pas partie/s,
    );
  });

  it('shows the buffers as edges', async () => {
    const { start, end } = anAppointment();
    const element = await show(anAppointment({ occupiesFrom: start - 600_000, occupiesTo: end + 900_000 }));
    expect(element.querySelectorAll('.edge')).toHaveLength(2);
  });

  it('opens what is clicked', async () => {
    const element = await show(anAppointment());
    buttonIn(element).click();
    expect(opened.map(({ id }) => id)).toEqual(['a1']);
  });

  it('moves with m, arrows and Enter', async () => {
    const button = buttonIn(await show(anAppointment()));
    await press(button, 'm', 'ArrowDown', 'ArrowRight');
    expect(fixture.nativeElement.querySelector('.ghost').textContent).toMatch(/10.h.45/);
    await press(button, 'Enter');
    expect(moves.map(({ start }) => new Date(start).toISOString())).toEqual(['2026-11-27T09:45:00.000Z']);
    expect(opened).toEqual([]);
  });

  it('leaves everything as it was after Escape', async () => {
    const button = buttonIn(await show(anAppointment()));
    await press(button, 'm', 'ArrowDown', 'Escape');
    expect(fixture.nativeElement.querySelector('.ghost')).toBeNull();
    await press(button, 'Enter');
    expect(moves).toEqual([]);
    expect(opened).toHaveLength(1);
  });

  it('does not leave the week that is shown', async () => {
    const button = buttonIn(await show(anAppointment()));
    await press(button, 'm', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(moves.map(({ start }) => new Date(start).toISOString())).toEqual(['2026-11-29T09:30:00.000Z']);
  });

  it('does not move what is past', async () => {
    const button = buttonIn(await show(anAppointment({ start: NOW - 3_600_000 })));
    await press(button, 'm');
    expect(fixture.nativeElement.querySelector('.ghost')).toBeNull();
  });
});
