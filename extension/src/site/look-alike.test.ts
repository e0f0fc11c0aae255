import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAlikeOf } from './look-alike.ts';
import { LOOK_ALIKE_LETTERS } from './look-alike-letters.ts';

const TRUSTED = 'login.example.com';

/** As the address bar has it. */
function hostOf(name: string): string {
  return new URL(`https://${name}`).hostname;
}

test.each([
  ['exаmple.com', 'letters'],
  ['login.еxample.com', 'letters'],
  ['exarnple.com', 'letters'],
  ['examp1e.com', 'letters'],
  ['éxample.com', 'letters'],
  ['exaмple.net', 'letters'],
  ['example.net', 'suffix'],
  ['login.example.co', 'suffix'],
  ['example.github.io', 'suffix'],
  ['login.example.com.evil.net', 'subdomain'],
  ['example.evil.net', 'subdomain'],
  ['example-com.evil.net', 'subdomain'],
  ['example-com.net', 'subdomain'],
  ['exаmple.evil.net', 'subdomain'],
  ['example-login.com', 'added-word'],
  ['my-example.org', 'added-word'],
  ['examplesupport.com', 'added-word'],
  ['exam-ple.com', 'added-word'],
  ['exmaple.com', 'typo'],
  ['exampl.com', 'typo'],
  ['exxample.com', 'typo'],
  ['exanple.org', 'typo'],
])('%s imitates it by %s', (name, imitation) => {
  expect(lookAlikeOf(hostOf(name), ['id.other.org', TRUSTED])).toEqual({ imitation, of: TRUSTED });
});

test.each([
  'login.example.com',
  'example.com',
  'accounts.example.com',
  'weather.org',
  'login.weather.org',
  'localhost',
  '127.0.0.1',
])('%s does not', (host) => {
  expect(lookAlikeOf(host, [TRUSTED])).toBeUndefined();
});

test('what is added may melt into the name when it is looked at', () => {
  expect(lookAlikeOf('musiclogin.com', ['music.com'])).toMatchObject({ imitation: 'added-word' });
  expect(lookAlikeOf('musiclogin-com.evil.net', ['login.com'])).toMatchObject({ imitation: 'subdomain' });
  expect(lookAlikeOf('barnsecure.com', ['nsecure.com'])).toMatchObject({ imitation: 'added-word' });
});

test('a short name may stand in others by chance', () => {
  expect(lookAlikeOf('ideal.com', ['id.com'])).toBeUndefined();
  expect(lookAlikeOf('x.id-card.com', ['id.com'])).toMatchObject({ imitation: 'added-word' });
});

test('a site that is trusted itself imitates nobody', () => {
  expect(lookAlikeOf('example.net', [TRUSTED, 'www.example.net'])).toBeUndefined();
});

describe('whatever the name', () => {
  const names = fc.stringMatching(/^[a-hj-km-z]{6,12}$/).filter((name) => !/rn|vv|cl|m|w|d|o|s/.test(name));
  const words = fc.constantFrom('login', 'secure', 'my', 'support', '2fa');

  test('its owner’s other hosts are no imitation', () => {
    fc.assert(
      fc.property(names, words, (name, word) => {
        expect(lookAlikeOf(`${word}.${name}.com`, [`${name}.com`])).toBeUndefined();
      }),
    );
  });

  test('a letter of another script is seen', () => {
    const foreign = Object.entries(LOOK_ALIKE_LETTERS).filter(
      ([letter, like]) => letter > '\u{7f}' && like.length === 1,
    );
    fc.assert(
      fc.property(names, fc.constantFrom(...foreign), fc.nat(), (name, [letter, like], at) => {
        const place = at % name.length;
        const trusted = name.slice(0, place) + like + name.slice(place + 1);
        const imitating = hostOf(`${name.slice(0, place) + letter + name.slice(place + 1)}.com`);
        fc.pre(imitating !== `${trusted}.com`);
        expect(lookAlikeOf(imitating, [`${trusted}.com`])).toBeDefined();
      }),
    );
  });

  test('another suffix, a word before or after it, and itself in front of another domain are seen', () => {
    fc.assert(
      fc.property(names, words, fc.constantFrom('', '-'), (name, word, join) => {
        const trusted = [`www.${name}.com`];
        for (const host of [`${name}.net`, `${name}.co.uk`]) {
          expect(lookAlikeOf(host, trusted)?.imitation).toBe('suffix');
        }
        for (const host of [`${name}${join}${word}.com`, `${word}${join}${name}.net`]) {
          expect(lookAlikeOf(host, trusted)?.imitation).toBe('added-word');
        }
        expect(lookAlikeOf(`www.${name}.com.evil-host.net`, trusted)?.imitation).toBe('subdomain');
      }),
    );
  });

  test('a letter left out, doubled or swapped with its neighbour is seen', () => {
    fc.assert(
      fc.property(names, fc.nat(), (name, at) => {
        const place = 1 + (at % (name.length - 2));
        const [before, after] = [name.slice(0, place), name.slice(place)];
        const edits = [
          before + after.slice(1),
          before + after[0] + after,
          before + after[1] + after[0] + after.slice(2),
        ];
        for (const edited of edits.filter((edit) => edit !== name && !name.includes(edit))) {
          expect(lookAlikeOf(`${edited}.com`, [`${name}.com`])).toBeDefined();
        }
      }),
    );
  });

  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.webAuthority(), fc.webAuthority(), (host, trusted) => {
        lookAlikeOf(host, [trusted]);
      }),
    );
  });
});
