import { isSameName } from './same-name';

test.each([
  ['Zoé Ardouin', 'Zoe\u0301 Ardouin'],
  [' zoé   ardouin ', 'Zoé Ardouin'],
  ['ZOÉ\u00a0ARDOUIN', 'Zoé Ardouin'],
  ["Jeanne d'Arcy", 'Jeanne d’Arcy'],
  ['Anne‑Lise Roy', 'Anne-Lise Roy'],
])('%j is the name %j', (typed, expected) => {
  expect(isSameName(typed, expected)).toBe(true);
});

test.each([
  ['Zoe Ardouin', 'Zoé Ardouin'],
  ['Ardouin Zoé', 'Zoé Ardouin'],
  ['Zoé', 'Zoé Ardouin'],
  ['ZoéArdouin', 'Zoé Ardouin'],
  ['Zоé Ardouin', 'Zoé Ardouin'], // a Cyrillic о
  ['', ''],
])('%j is not the name %j', (typed, expected) => {
  expect(isSameName(typed, expected)).toBe(false);
});
