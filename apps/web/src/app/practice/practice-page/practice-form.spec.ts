import { checkForm, EMPTY_FORM, formOf, sameForm, type PracticeForm } from './practice-form';

const typed: PracticeForm = {
  ...EMPTY_FORM,
  name: 'Cabinet des Tilleuls',
  origins: 'https://Exemple.fr/\n\n http://localhost:8080 ',
  privacyNotice: { fr: 'Avis', en: 'Notice' },
  imprint: { fr: 'Mentions', en: 'Imprint' },
};

describe('the settings of a practice', () => {
  it('reads origins one per line, forgiving a slash at the end', () => {
    expect(checkForm(typed).wish?.allowedOrigins).toEqual(['https://exemple.fr', 'http://localhost:8080']);
  });

  it('names what is wrong by its field', () => {
    const { wish, wrong } = checkForm({
      ...typed,
      name: ' ',
      origins: 'exemple.fr/page',
      privacyNotice: { fr: '', en: 'Notice' },
    });
    expect(wish).toBeNull();
    expect(wrong).toEqual({ name: 'required', origins: 'invalid-address', 'privacyNotice.fr': 'required' });
  });

  it('comes back as it was', () => {
    const wish = checkForm(typed).wish;
    expect(
      wish &&
        sameForm(formOf({ ...wish, slug: 'tilleuls', erasure: null }), {
          ...typed,
          origins: 'https://exemple.fr\nhttp://localhost:8080',
        }),
    ).toBe(true);
    expect(sameForm(typed, { ...typed, retentionMonths: 6 })).toBe(false);
  });
});
