import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BookSessionsWish, SessionReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { aContract, aVersion } from '../../testing/a-contract';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { BookSessionPage } from './book-session-page';

const FIRST = Date.parse('2026-12-03T09:00:00Z');
const SECOND = Date.parse('2026-12-03T13:00:00Z');
const contract = aContract({
  state: 'active',
  may: ['book'],
  inForce: aVersion({ state: 'in-force' }),
  computed: {
    mayBook: true,
    bookingObstacle: null,
    minutesLeft: 450,
    earliestEnd: '2027-01-01',
    withdrawalEndsAt: null,
    sponsorSees: null,
  },
});
const session = (start: number): SessionReply => ({
  id: `s${start}`,
  contractId: 'c1',
  version: 1,
  appointmentId: 'a1',
  state: 'planned',
  start,
  end: start + 90 * 60_000,
  sequence: 0,
  medium: 'video',
  place: '',
  seriesId: null,
  with: { supervisor: 'Hélène', coach: 'Zoé' },
  timeZone: 'Europe/Paris',
  billedMinutes: null,
  supervisionMinutes: null,
  canMove: true,
  cancelCost: null,
});
type Answer = readonly [number, unknown?];
const BOOK = 'POST /api/contracts/c1/sessions';

/** The server of a contract; `book` answers what is asked. Free times are asked for from now on. */
function serve(book: (wish: BookSessionsWish) => Answer, read = contract) {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-01T00:00:00Z'));
  return aServer({
    'GET /api/contracts/c1': () => [200, read],
    'GET /api/contracts/c1/slots?from=2026-12-01T00%3A00%3A00.000Z&to=2026-12-29T00%3A00%3A00.000Z': () => [
      200,
      { timeZone: 'Europe/Paris', lengthMin: 90, starts: [FIRST, SECOND] },
    ],
    [BOOK]: (body) => book(body as BookSessionsWish),
  });
}

let fixture: ComponentFixture<BookSessionPage>;
let page: HTMLElement;

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
}

async function open(): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.inject(Session).begin(aSession());
  fixture = TestBed.createComponent(BookSessionPage);
  fixture.componentRef.setInput('id', 'c1');
  page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await settle();
}

async function press(words: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
  if (!button) throw new Error(`No button says ${words}: ${page.textContent}`);
  button.click();
  await settle();
}

const chooseTime = (nth: number) => press(nth === 0 ? '10' : '14');
const book = () => press('Réserver');
const alertOf = () => page.querySelector('form [role=alert]')?.textContent ?? '';

function type(name: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

afterEach(() => {
  page.remove();
  jest.restoreAllMocks();
});

describe('booking a session', () => {
  it('books once when the answer was lost and the same is asked again', async () => {
    const booked = new Map<string, readonly SessionReply[]>();
    let lost = false;
    const server = serve((wish) => {
      const key = server.keys.at(-1) ?? 'none';
      const created = booked.get(key) ?? [session(Date.parse(wish.start))];
      booked.set(key, created);
      if (!lost) {
        lost = true;
        throw new TypeError('the answer was lost');
      }
      return [200, { created, leftOut: [] }];
    });
    await open();
    await chooseTime(0);
    await book();
    expect(alertOf()).toContain('Le serveur ne répond pas');
    await book();
    expect(page.querySelector('h1')?.textContent).toBe('C’est réservé');
    expect(booked.size).toBe(1);
    expect([...booked.keys()][0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes another wish for another, with a key of its own', async () => {
    const server = serve(() => problem(503, 'unavailable'));
    await open();
    await chooseTime(0);
    await book();
    await book();
    await chooseTime(1);
    await book();
    type('place', 'Salle bleue');
    await book();
    const keys = server.asked.flatMap(({ method }, index) => (method === 'POST' ? [server.keys[index]] : []));
    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(3);
  });

  it('means another session when the same is booked once more', async () => {
    const server = serve((wish) => [200, { created: [session(Date.parse(wish.start))], leftOut: [] }]);
    await open();
    await chooseTime(0);
    await book();
    await press('En réserver une autre');
    await chooseTime(0);
    await book();
    const keys = server.asked.flatMap(({ method }, index) => (method === 'POST' ? [server.keys[index]] : []));
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps what was typed when the time was just taken, and offers free ones near by', async () => {
    serve(() => problem(409, 'time-just-taken', { alternatives: [SECOND] }));
    await open();
    await chooseTime(0);
    type('place', 'Salle bleue');
    await book();
    expect(alertOf()).toContain('déjà occupé');
    expect(page.querySelector<HTMLInputElement>('[name=place]')?.value).toBe('Salle bleue');
    expect(page.querySelector('form .choices')?.textContent).toContain('14');
    await press('jeudi 3 décembre');
    expect(page.querySelector('form [role=status]')?.textContent).toContain('14');
    expect(alertOf().trim()).toBe('');
  });

  it('says why nothing can be booked, in place of a form that could only be refused', async () => {
    const full = { ...contract.computed!, mayBook: false, bookingObstacle: 'not-enough-minutes' } as const;
    serve(() => problem(422, 'not-enough-minutes'), { ...contract, may: [], computed: full });
    await open();
    expect(page.textContent).toContain('Il ne reste pas assez de minutes');
    expect(page.querySelector('form')).toBeNull();
    expect(page.querySelector('a[href="/contracts/c1"]')?.textContent).toBe('Revenir au contrat');
  });

  it('asks for a time first', async () => {
    const server = serve(() => [200, { created: [], leftOut: [] }]);
    await open();
    await book();
    expect(alertOf()).toContain('Choisissez d’abord un horaire');
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('names the dates of a repetition that are taken, and books the others only when told to', async () => {
    const server = serve((wish) =>
      wish.leaveOutTaken
        ? [200, { created: [session(FIRST)], leftOut: [{ start: SECOND, alternatives: [SECOND + 900_000] }] }]
        : problem(409, 'time-just-taken', { leftOut: [{ start: SECOND, alternatives: [SECOND + 900_000] }] }),
    );
    await open();
    await chooseTime(0);
    page.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    await settle();
    await book();
    expect(alertOf()).toContain('Rien n’est encore réservé');
    await press('Réserver les autres dates');
    expect(server.asked.at(-1)?.body).toMatchObject({
      leaveOutTaken: true,
      repeat: { everyWeeks: 4, count: 6 },
    });
    expect(page.textContent).toContain('Ces dates n’étaient pas libres');
    expect(page.querySelector('.done .taken')?.textContent).toContain('Réserver jeudi 3 décembre');
  });
});
