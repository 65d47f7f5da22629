import { TestBed } from '@angular/core/testing';
import { Session } from '../../shell/session';
import { aServer, problem } from '../../testing/a-server';
import { aSession } from '../../testing/a-session';
import { OwnPage } from './own-page';

const PAGE = { slug: 'lea', introduction: { fr: 'Bonjour', en: 'Hello' }, formerSlugs: ['lea-r'] };

async function open() {
  TestBed.inject(Session).begin(aSession());
  const fixture = TestBed.createComponent(OwnPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const type = async (selector: string, text: string) => {
    const field = page.querySelector<HTMLInputElement>(selector)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const save = async () => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await fixture.whenStable();
  };
  return { page, type, save, component: fixture.componentInstance };
}

describe('one’s own public page', () => {
  it('is written in both languages, and its new address is known everywhere', async () => {
    const saved = {
      slug: 'lea-roche',
      introduction: { fr: 'Je supervise', en: 'Hello' },
      formerSlugs: ['lea'],
    };
    const server = aServer({
      'GET /api/own-page': () => [200, PAGE],
      'PUT /api/own-page': () => [200, saved],
    });
    const { page, type, save, component } = await open();
    await type('textarea[lang=fr]', 'Je supervise');
    await type('input', ' Lea-Roche ');
    expect(component.hasUnsaved()).toBe(true);
    await save();
    expect(server.asked.at(-1)?.body).toEqual({
      slug: 'lea-roche',
      introduction: { fr: 'Je supervise', en: 'Hello' },
    });
    expect(component.hasUnsaved()).toBe(false);
    expect(page.textContent).toContain('/lea-roche');
    expect(TestBed.inject(Session).who()?.supervisor?.slug).toBe('lea-roche');
  });

  it('says which address leads here too, and sends nothing that cannot be one', async () => {
    const server = aServer({ 'GET /api/own-page': () => [200, PAGE] });
    const { page, type, save } = await open();
    expect(page.textContent).toContain('/lea-r');
    await type('input', 'léa roche');
    await save();
    expect(page.querySelector('input + .wrong')?.textContent?.trim()).not.toBe('');
    expect(page.querySelector('.save-bar')?.textContent).toContain('Corrigez ce qui est signalé');
    expect(server.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('keeps what was typed when the address is taken', async () => {
    aServer({
      'GET /api/own-page': () => [200, PAGE],
      'PUT /api/own-page': () => problem(409, 'slug-taken'),
    });
    const { page, type, save } = await open();
    await type('textarea[lang=en]', 'I supervise');
    await type('input', 'sam');
    await save();
    expect(page.querySelector('.save-bar')?.textContent).toContain('Cette adresse est déjà prise');
    expect(page.querySelector<HTMLTextAreaElement>('textarea[lang=en]')?.value).toBe('I supervise');
  });
});
