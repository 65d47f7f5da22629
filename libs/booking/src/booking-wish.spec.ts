import { bookingWish } from './booking-wish';

const WISH = {
  start: '2027-01-12T10:00:00+01:00',
  firstName: ' Zoé ',
  lastName: "O'Neill",
  email: ' zoe@visitor.example ',
  phone: '01 99 00 12 34',
  reason: 'take-off',
  consent: true,
  language: 'fr',
  timeZone: 'Europe/Paris',
};

function errorsOf(over: object): Record<string, string> {
  const parsed = bookingWish.safeParse({ ...WISH, ...over });
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

test('a wish comes out trimmed and otherwise as it was typed', () => {
  expect(bookingWish.parse({ ...WISH, words: ' a\nb ' })).toEqual({
    ...WISH,
    firstName: 'Zoé',
    email: 'zoe@visitor.example',
    words: 'a\nb',
  });
});

test.each([undefined, null])('everything that is missing (%s) is named at once', (nothing) => {
  const parsed = bookingWish.safeParse(
    Object.fromEntries(Object.keys(WISH).map((field) => [field, nothing])),
  );
  const fields = [
    'start',
    'firstName',
    'lastName',
    'email',
    'phone',
    'reason',
    'consent',
    'language',
    'timeZone',
  ];
  expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual(
    fields.map((field) => [field, 'required']),
  );
});

test.each(['\r\n', '\u0000', '\u007f', '\u0085', '\u2028', '\ud800', '\t'])(
  'a name of one line does not hold %j',
  (text) => {
    expect(errorsOf({ firstName: `a${text}b` })).toEqual({ firstName: 'control-characters' });
  },
);

test.each(['\u200b', '\u200d\u2060', '\u00ad\u200b'])(
  'a name of nothing that can be seen (%j) is none',
  (name) => {
    expect(errorsOf({ firstName: name })).toEqual({ firstName: 'required' });
  },
);

test.each(['\u202e', '\u202a', '\u2067'])('a name does not turn round what stands beside it: %j', (text) => {
  expect(errorsOf({ lastName: `a${text}b` })).toEqual({ lastName: 'control-characters' });
});

test.each(["D’Artagnan-O'Neill", 'محمد', '\u200fשרה\u200f', 'Nguyễn Thị', '🙂 Émilie', 'یک\u200cتا'])(
  'a name is written as people write it: %s',
  (name) => {
    expect(bookingWish.parse({ ...WISH, firstName: name }).firstName).toBe(name);
  },
);

test.each([
  ['jean@exämple.fr', 'jean@xn--exmple-cua.fr'],
  ['Jean+appel@MÜNCHEN.de', 'Jean+appel@xn--mnchen-3ya.de'],
  ['a@пример.рф', 'a@xn--e1afmkfd.xn--p1ai'],
  ["o'neill+x@visitor.example", "o'neill+x@visitor.example"],
])('the address %s is written to as %s', (typed, kept) => {
  expect(bookingWish.parse({ ...WISH, email: typed }).email).toBe(kept);
});

test.each([
  'jean@exämple.fr/x',
  'jean@exämple.fr:25',
  'jean@exämple',
  'jéan@visitor.example',
  `${'x'.repeat(65)}@visitor.example`,
])('%s is no address', (email) => {
  expect(errorsOf({ email })).toEqual({ email: 'invalid-email' });
});

test('words may have lines, but no NUL and no half of a character', () => {
  expect(errorsOf({ words: 'a\r\n\tb' })).toEqual({});
  for (const text of ['\u0000', '\udfff', '\u001b'])
    expect(errorsOf({ words: text })).toEqual({ words: 'control-characters' });
});

test.each([
  ['2027-01-12T10:00:00'],
  ['2027-01-12'],
  ['2027-02-30T10:00:00Z'],
  ['tomorrow'],
  [1_800_000_000_000],
])('%j is no moment', (start) => {
  expect(errorsOf({ start })).toEqual({ start: 'invalid-time' });
});

test('consent is given or it is not', () => {
  for (const consent of [false, 'on', 1]) expect(errorsOf({ consent })).toEqual({ consent: 'not-accepted' });
});
