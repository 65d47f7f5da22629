import { RESERVED_SLUGS, slugText } from './slug';

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
