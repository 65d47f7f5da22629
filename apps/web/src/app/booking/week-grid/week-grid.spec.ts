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

/** jsdom lays nothing out: a day of its own room on the screen, and the others elsewhere. */
function giveRoom(element: HTMLElement, date: string): HTMLElement {
  const day = element.querySelector<HTMLElement>(`[data-date="${date}"]`) ?? fail();
  for (const column of element.querySelectorAll<HTMLElement>('.day')) {
    column.getBoundingClientRect = () =>
      ({
        left: column === day ? 0 : 900,
        right: column === day ? 100 : 1000,
        top: 0,
        bottom: 1440,
        width: 100,
        height: 1440,
      }) as DOMRect;
    column.setPointerCapture = () => undefined;
  }
  return day;
}

/** jsdom knows no pointers. */
function pressWith(element: HTMLElement, type: string, pointerType: string): void {
  const event = new MouseEvent(type, { bubbles: true, button: 0, clientX: 50, clientY: 600 });
  element.dispatchEvent(Object.assign(event, { pointerType, pointerId: 1 }));
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
      /Nadia Fictive.*10.h.30.*jeudi 26 novembre, Premier échange, Prévu, un e-mail n’est pas parti/s,
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

  it.each([
    ['mouse', NOW - 3_600_000],
    ['touch', NOW - 3_600_000],
    ['touch', NOW + 3_600_000],
  ])(
    'takes a press of the %s on what cannot be dragged for no choice of a time',
    async (pointerType, start) => {
      const element = await show(anAppointment({ start, end: start + 1_800_000 }));
      const button = buttonIn(element);
      giveRoom(element, '2026-11-25');
      const chosen = jest.fn();
      fixture.componentInstance.timeChosen.subscribe(chosen);
      for (const type of ['pointerdown', 'pointerup']) pressWith(button, type, pointerType);
      button.click();
      expect(opened).toHaveLength(1);
      expect(chosen).not.toHaveBeenCalled();
    },
  );

  it('chooses the time that is pressed where the day is empty', async () => {
    const element = await show(anAppointment());
    const day = giveRoom(element, '2026-11-24');
    const chosen = jest.fn();
    fixture.componentInstance.timeChosen.subscribe(chosen);
    for (const type of ['pointerdown', 'pointerup']) pressWith(day, type, 'touch');
    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('does not move a session, which changes under its contract', async () => {
    const session = { id: 's1', contractId: 'c1', coach: 'Marc Exemple' };
    const button = buttonIn(await show(anAppointment({ kind: 'session', session })));
    await press(button, 'm');
    expect(fixture.nativeElement.querySelector('.ghost')).toBeNull();
    expect(button.className).not.toContain('movable');
  });

  it('does not move what is past', async () => {
    const button = buttonIn(await show(anAppointment({ start: NOW - 3_600_000 })));
    await press(button, 'm');
    expect(fixture.nativeElement.querySelector('.ghost')).toBeNull();
  });
});
