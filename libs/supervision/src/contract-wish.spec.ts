import { contractsQuery, draftWish, requestChangesWish, signWish } from './contract-wish';

const HASH = 'a'.repeat(64);
const SIGN = {
  number: 1,
  canonicalSha256: HASH,
  pdfSha256: HASH,
  fullName: ' Zoé Ardouin ',
  consents: [{ clause: 'fees', textSha256: HASH }],
};

function errorsOf(over: object): Record<string, string> {
  const parsed = signWish.safeParse({ ...SIGN, ...over });
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

test('signing says what was shown and who types', () => {
  expect(signWish.parse(SIGN)).toEqual({ ...SIGN, fullName: 'Zoé Ardouin' });
});

test.each([
  [{ signedAt: '2020-01-01T00:00:00Z' }, 'Unrecognized'],
  [{ party: 'coach' }, 'Unrecognized'],
])('the time and the party never come from the body: %j', (over, message) => {
  expect(errorsOf(over)['']).toContain(message);
});

test.each([
  [{ canonicalSha256: HASH.toUpperCase() }, 'canonicalSha256', 'invalid'],
  [{ pdfSha256: undefined }, 'pdfSha256', 'required'],
  [{ fullName: '  ' }, 'fullName', 'required'],
  [{ fullName: 'Zoé\r\nArdouin' }, 'fullName', 'control-characters'],
  [{ number: 0 }, 'number', 'too-small'],
  [{ number: '1' }, 'number', 'invalid'],
  [{ consents: [{ clause: 'weather', textSha256: HASH }] }, 'consents.0.clause', 'not-in-list'],
  [{ consents: Array.from({ length: 6 }, () => SIGN.consents[0]) }, 'consents', 'too-long'],
])('signing refuses %j', (over, field, code) => {
  expect(errorsOf(over)).toEqual({ [field]: code });
});

test('a list is asked for without anything, and with nothing unknown', () => {
  expect(contractsQuery.parse({})).toEqual({});
  expect(contractsQuery.safeParse({ state: ['draft', 'signed'] }).success).toBe(false);
  expect(contractsQuery.safeParse({ state: 'archived' }).success).toBe(false);
});

test('a draft is saved with the revision it was read at', () => {
  expect(draftWish.parse({ revision: 0, content: {} })).toEqual({ revision: 0, content: {} });
  expect(draftWish.safeParse({ content: {} }).success).toBe(false);
  expect(
    draftWish.safeParse({ revision: 0, content: { fees: { free: true } } }).error?.issues[0],
  ).toMatchObject({
    path: ['content', 'fees', 'free'],
    message: 'unknown-field',
  });
});

test('whoever wants changes says which', () => {
  expect(requestChangesWish.safeParse({ number: 1, reason: ' ' }).success).toBe(false);
  expect(requestChangesWish.parse({ number: 1, reason: 'Le tarif' })).toMatchObject({ comments: [] });
});
