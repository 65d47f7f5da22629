import { wordlist } from '@scure/bip39/wordlists/french.js';
import fc from 'fast-check';
import * as people from '../testing/people';
import { scripted, seeded } from '../testing/random';
import { reasonOf } from '../testing/reason-of';
import { fingerprintWords } from './fingerprint';
import { matchWords, wordsOfBits } from './french-words';
import { newPassphrase, passphraseBytes, readPassphrase } from './passphrase';
import { newRecoveryBytes, readRecoveryCode, writeRecoveryCode } from './recovery-code';

const random = seeded('words');
const word = fc.constantFrom(...wordlist);

describe('words of the French list', () => {
  it('are told apart without case and accents, all 2,048 of them', () => {
    expect(wordlist).toHaveLength(2048);
    for (const each of wordlist) {
      const plain = each.normalize('NFKD').replace(/\p{M}/gu, '');
      expect(matchWords(`${plain} ${each.toUpperCase()} ${each.normalize('NFC')}`)).toEqual([
        each,
        each,
        each,
      ]);
    }
  });

  it('stand for eleven bits each, from the first', () => {
    expect(wordsOfBits(new Uint8Array(3), 2)).toEqual([wordlist[0], wordlist[0]]);
    expect(wordsOfBits(Uint8Array.of(0xff, 0xe0, 0x04), 2)).toEqual([wordlist[2047], wordlist[1]]);
  });

  it('are read with any spaces between them, and refused with their position', async () => {
    expect(matchWords('  abaisser\u00a0 ABANDON\n\tabdiquer ')).toHaveLength(3);
    await expect(async () => matchWords('abaisser xylophage')).rejects.toMatchObject({
      reason: 'word-unknown',
      details: { position: 2 },
    });
    // Nearly right is not right: no word is guessed.
    for (const typed of ['abaisse', 'abaisserr', 'constructor', '__proto__', 'abaisser,'])
      expect(await reasonOf(() => matchWords(typed))).toBe('word-unknown');
  });
});

describe('a passphrase', () => {
  it('is seven words, drawn, and 77 bits of what was drawn matter', () => {
    expect(newPassphrase(scripted('00000000000000000000')).split(' ')).toHaveLength(7);
    expect(newPassphrase(scripted('ffffffffffffffffffff'))).toBe(
      Array.from({ length: 7 }, () => wordlist[2047]?.normalize('NFC')).join(' '),
    );
    const seen = new Set(Array.from({ length: 500 }, () => newPassphrase(random)));
    expect(seen.size).toBe(500);
  });

  it('is the same for Argon2id however it is typed', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 7, maxLength: 7 }), (words) => {
        const shown = words.join(' ').normalize('NFKC');
        const typed = words.map((each) => each.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
        expect(readPassphrase(` ${typed.join('  ')}\n`)).toBe(shown);
        expect(passphraseBytes(words.join(' '))).toEqual(passphraseBytes(shown));
      }),
    );
  });

  it('of another number of words is refused before anything slow happens', async () => {
    for (const count of [0, 6, 8])
      expect(await reasonOf(() => readPassphrase('abaisser '.repeat(count)))).toBe('passphrase-length');
  });
});

describe('a recovery code', () => {
  it('is read back as it was written, and as people write it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (drawn) => {
        const bytes = Uint8Array.from(drawn);
        const code = writeRecoveryCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readRecoveryCode(code)).toEqual(bytes);
        const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryCode(` ${sloppy}`)).toEqual(bytes);
      }),
    );
  });

  it('notices a wrong character nearly always: two of a thousand slip through at most', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let missed = 0;
    let tried = 0;
    for (let code = 0; code < 40; code++) {
      const right = writeRecoveryCode(newRecoveryBytes(random)).replaceAll('-', '');
      for (let at = 0; at < right.length; at++)
        for (const other of alphabet) {
          if (other === right[at]) continue;
          tried++;
          try {
            readRecoveryCode(right.slice(0, at) + other + right.slice(at + 1));
            missed++;
          } catch {
            // refused, as it should be
          }
        }
    }
    expect(missed / tried).toBeLessThan(0.002);
  });

  it('refuses another length, other characters, and bits where the padding is zero', async () => {
    const code = writeRecoveryCode(newRecoveryBytes(random)).replaceAll('-', '');
    for (const typed of ['', code.slice(1), `${code}0`, `U${code.slice(1)}`, `é${code.slice(1)}`])
      expect(await reasonOf(() => readRecoveryCode(typed))).toBe('recovery-code-malformed');
    const zero = writeRecoveryCode(new Uint8Array(16)).replaceAll('-', '');
    expect(await reasonOf(() => readRecoveryCode(`${zero.slice(0, 25)}3${zero.slice(26)}`))).toBe(
      'recovery-code-mistyped',
    );
  });
});

describe('the words of a person', () => {
  it('are ten, and change with the key and with the person', async () => {
    const { id, key } = await people.aPerson(people.COACH);
    const words = fingerprintWords(id, key.bytes);
    expect(words.split(' ')).toHaveLength(10);
    expect(fingerprintWords(people.SUPERVISOR, key.bytes)).not.toBe(words);
    const renewed = await people.aPerson(people.COACH, 'renewed');
    expect(fingerprintWords(id, renewed.key.bytes)).not.toBe(words);
    expect(await reasonOf(() => fingerprintWords('COACH', key.bytes))).toBe('id-malformed');
  });
});
