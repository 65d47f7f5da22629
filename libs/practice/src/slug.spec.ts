import { RESERVED_SLUGS, slugLike, slugText } from './slug';

function problemOf(text: unknown): string | null {
  const parsed = slugText.safeParse(text);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'no message');
}

describe('a slug', () => {
  it.each(['ab', 'cabinet-demo', 'helene-marchetti', '2-rives', 'privacy-lawyers', 'a'.repeat(60)])(
    'may be %s',
    (text) => {
      expect(problemOf(text)).toBeNull();
    },
  );

  it.each([
    ['', 'too-short'],
    ['a', 'too-short'],
    ['a'.repeat(61), 'too-long'],
    ['Cabinet', 'invalid-address'],
    ['hélène', 'invalid-address'],
    ['-ab', 'invalid-address'],
    ['ab-', 'invalid-address'],
    ['a--b', 'invalid-address'],
    ['a/b', 'invalid-address'],
    ['a.b', 'invalid-address'],
    ['ab\n', 'invalid-address'],
    [undefined, 'required'],
    [7, 'required'],
  ])('may not be %j: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it.each(RESERVED_SLUGS)('is never %s, which is part of an address already', (text) => {
    expect(slugText.safeParse(text).success).toBe(false);
  });

  it('says that a reserved word is not accepted', () => {
    expect(problemOf('first-available')).toBe('not-accepted');
  });
});

describe('a slug like a name', () => {
  it.each([
    ['Léa Roche', 'lea-roche'],
    ['  Hélène  d’Arc-Marchetti ', 'helene-d-arc-marchetti'],
    ['Cœur & Cie', 'coeur-cie'],
    ['Public', 'page-public'],
    ['Ž', 'page-z'],
    ['李', 'page'],
    ['x'.repeat(120), 'x'.repeat(50)],
  ])('of %j is %s', (name, slug) => {
    expect(slugLike(name, new Set())).toBe(slug);
    expect(slugText.safeParse(slug).success).toBe(true);
  });

  it('is numbered when others have it', () => {
    expect(slugLike('Léa Roche', new Set(['lea-roche', 'lea-roche-2']))).toBe('lea-roche-3');
  });
});
