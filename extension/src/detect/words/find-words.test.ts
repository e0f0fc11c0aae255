import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordFinder } from './find-words.ts';
import { CHANNEL_WORDS } from './channel.words.ts';
import { CODE_NAMES, CODE_WORDS } from './code.words.ts';
import { COUNTER_WORDS } from './counter.words.ts';
import { OTHER_WORDS } from './other.words.ts';
import { attributeWords, plainText } from './plain-text.ts';
import type { Meaning, WordList } from './word-list.ts';

function finder(words: Partial<Record<Meaning, string>>) {
  const lists = Object.entries(words).map(([meaning, list]): WordList => ({
    meaning: meaning as Meaning,
    language: 'mul',
    source: '',
    words: list,
  }));
  const find = wordFinder(lists, plainText);
  return (text: string) => [...find(text)].toSorted();
}

test('texts become words without accents, width and punctuation', () => {
  expect(plainText('Код-подтверждения: É, Ł!')).toBe(' код подтверждения e l ');
  expect(plainText('ＳＭＳ認証')).toBe(' sms認証 ');
  expect(plainText('')).toBe(' ');
  expect(attributeWords('user[totpCode-0] SAOTCC_OTC 2fa')).toBe(' user totp code 0 saotcc otc 2fa ');
});

describe('finds', () => {
  test('whole words, not parts of longer ones', () => {
    const find = finder({ code: 'code' });
    expect(find('Your code, please')).toEqual(['code']);
    expect(find('Decoder and encode')).toEqual([]);
  });

  test('words with or without the blank that they are written with', () => {
    const find = finder({ 'code-phrase': 'log in code' });
    expect(find('login code')).toEqual(['code-phrase']);
    expect(find('Log-in code')).toEqual(['code-phrase']);
  });

  test('stems and endings', () => {
    const find = finder({ 'code-phrase': 'проверочн* код*', 'one-time-code': '*otp' });
    expect(find('проверочного кода')).toEqual(['code-phrase']);
    expect(find('проверочный номер')).toEqual([]);
    expect(find('txtotp')).toEqual(['one-time-code']);
  });

  test('words inside of scripts that write without blanks', () => {
    const find = finder({ 'code-phrase': '验证码', app: 'קוד' });
    expect(find('请输入6位验证码')).toEqual(['code-phrase']);
    expect(find('הקוד')).toEqual(['app']);
  });

  test('the longer word only, but for the channel that a code comes by', () => {
    const find = finder({
      'one-time-code': 'one time password|authenticator code',
      password: 'password',
      app: 'authenticator',
      secret: 'authenticator key',
    });
    expect(find('one-time password')).toEqual(['one-time-code']);
    expect(find('authenticator code')).toEqual(['app', 'one-time-code']);
    expect(find('authenticator key')).toEqual(['secret']);
  });
});

test('any text is searched to its end', () => {
  const find = wordFinder(
    [...CODE_WORDS, ...CODE_NAMES, ...CHANNEL_WORDS, ...COUNTER_WORDS, ...OTHER_WORDS],
    plainText,
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => find(text) instanceof Set));
});

test('every list names its page', () => {
  for (const { source, language } of [
    ...CODE_WORDS,
    ...CODE_NAMES,
    ...CHANNEL_WORDS,
    ...COUNTER_WORDS,
    ...OTHER_WORDS,
  ]) {
    expect(source).toMatch(/^https:\/\/|^server-plugin\//);
    expect(language).toMatch(/^[a-z]{2,3}$/);
  }
});
