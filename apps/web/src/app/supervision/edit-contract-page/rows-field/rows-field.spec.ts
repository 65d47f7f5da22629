import { TestBed } from '@angular/core/testing';
import { DraftEditing } from '../draft-editing';
import { RowsField } from './rows-field';

describe('a list of rows in a draft', () => {
  it('keeps what is typed in every column of its own row', async () => {
    TestBed.configureTestingModule({ providers: [DraftEditing] });
    const editing = TestBed.inject(DraftEditing);
    const fixture = TestBed.createComponent(RowsField);
    fixture.componentRef.setInput('path', 'ethics.codes');
    fixture.componentRef.setInput('label', 'Codes');
    fixture.componentRef.setInput('addLabel', 'Ajouter');
    fixture.componentRef.setInput(
      'columns',
      ['title', 'version', 'link'].map((name) => ({ name, label: name })),
    );
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const add = async () => {
      [...page.querySelectorAll('button')].at(-1)?.click();
      await fixture.whenStable();
    };
    const type = async (texts: readonly string[]) => {
      for (const [at, text] of texts.entries()) {
        const box = page.querySelectorAll('input')[at];
        if (!box) throw new Error(`no field ${at}`);
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        await fixture.whenStable();
      }
    };
    await add();
    await add();
    await type(['A', '2021', 'https://a.example', 'B', '2024', 'https://b.example']);

    expect(editing.at('ethics.codes')).toEqual([
      { title: 'A', version: '2021', link: 'https://a.example' },
      { title: 'B', version: '2024', link: 'https://b.example' },
    ]);
  });
});
